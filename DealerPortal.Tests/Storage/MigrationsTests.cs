using DealerPortal.Domain;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Storage;

public sealed class MigrationsTests
{
    /// <summary>When this fails: <c>build/migrate.sh</c> writes the migrations anew.</summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void The_model_and_its_migrations_agree(string provider)
    {
        using var db = new PortalContexts(new() { Database = new(provider, provider == "Postgres" ? "Host=nowhere" : null) }).CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
