using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DealerPortal.Tests.Storage;

/// <summary>From a whole to its parts there is always an index: without one, a single thing is read in a time that grows with all of them.</summary>
public sealed class ForeignKeyTests
{
    /// <summary>EF Core lays an index over each foreign key by itself, but not where another index over the same columns stands already, were it for a few rows only.</summary>
    [Fact]
    public async Task Whoever_reads_a_whole_finds_its_parts_by_an_index_over_all_rows()
    {
        await using var portal = await Portal.Start();

        var bare = await portal.Db(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => key.PrincipalToDependent is not null && !IsIndexed(key)).Select(key => key.ToString()!).ToList()));

        Assert.Empty(bare);
    }

    private static bool IsIndexed(IForeignKey key) =>
        key.DeclaringEntityType.GetIndexes().Where(index => index.GetFilter() is null).Select(index => index.Properties)
            .Concat(key.DeclaringEntityType.GetKeys().Select(own => own.Properties))
            .Any(columns => columns.Take(key.Properties.Count).SequenceEqual(key.Properties));
}
