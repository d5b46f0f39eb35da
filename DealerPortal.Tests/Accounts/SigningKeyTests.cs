using DealerPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Accounts;

/// <summary>Where the keys stand that sign cookies and forms.</summary>
public sealed class SigningKeyTests
{
    [Fact]
    [Trait("Category", "Postgres")]
    public async Task On_PostgreSQL_two_processes_with_folders_of_their_own_read_each_other_s_cookies()
    {
        var database = await PostgresServer.NewDatabase();
        var (one, other) = (On(database), On(database));

        var kept = Protector(one).Protect("wang");

        Assert.Equal("wang", Protector(other).Unprotect(kept));
        Assert.Equal(1, await one.Db(db => db.DataProtectionKeys.CountAsync()));
        Assert.False(Directory.Exists(Keys(one)));
        await one.End();
        await other.End();
        await PostgresServer.Drop(database);
    }

    [Fact]
    public async Task On_the_embedded_database_they_stand_in_a_folder_for_the_portal_s_own_account_alone()
    {
        var host = await DoorHost.New();

        Protector(host).Protect("wang");

        Assert.Single(Directory.GetFiles(Keys(host)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Keys(host)).UnixFileMode);
        Assert.Equal(0, await host.Db(db => db.DataProtectionKeys.CountAsync()));
        await host.End();
    }

    private static DoorHost On(string database) =>
        new("Production", DoorHost.NewFolder(), ("Portal:Database:Provider", "Postgres"), ("Portal:Database:Connection", database));

    private static string Keys(DoorHost host) => Path.Combine(host.Folder, "keys");

    private static IDataProtector Protector(DoorHost host) => host.The<IDataProtectionProvider>().CreateProtector("test");
}
