using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Knowledge;

/// <summary>Articles by the thousand: what is found, and how much of the index is read for it.</summary>
public abstract class KnowledgeScaleTests(Database on)
{
    private static readonly string[] Subjects = ["大门板面", "护窗横杆", "家居柜门", "彩管管口", "楼梯扶手", "配件包装"];
    private static readonly string[] Troubles = ["焊点过大", "掉色", "变形", "划痕", "松动", "包装破损", "间隙不匀"];

    [Fact]
    public async Task Among_thousands_a_word_is_found()
    {
        await using var portal = await Portal.Start(on: on);
        var writer = await portal.Person("小李", (Role.AfterSalesAgent, null));

        await Find(portal, writer, 3_000);
    }

    /// <remarks>PostgreSQL asks the index only where going through the table would cost more: among a hundred thousand.</remarks>
    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Among_a_hundred_thousand_a_word_is_found_and_a_page_of_the_index_is_read()
    {
        await using var portal = await Portal.Start(on: on);
        var writer = await portal.Person("小李", (Role.AfterSalesAgent, null));

        await Find(portal, writer, 100_000);

        foreach (var word in new[] { "色差", "针尖", "掉色" })
            for (var tier = 0; tier < 3; tier++) await Bounded(portal, word, tier, writer);
        for (var tier = 0; tier < 6; tier++) await Bounded(portal, "大门 掉色", tier, writer);
    }

    private static async Task Find(Portal portal, Actor writer, int many)
    {
        for (var laid = 0; laid < many; laid += 1_000) await Lay(portal, laid, 1_000, needle: many - 223);
        foreach (var word in new[] { "色差", "漏发", "生锈" })
        {
            var page = await portal.The<KnowledgeList>().For(new(word), writer, default);
            Assert.Equal(KnowledgeList.PageSize, page.Rows.Count);
            Assert.All(page.Rows, row => Assert.Contains(word, row.Title, StringComparison.Ordinal));
        }
        Assert.Equal(KnowledgeList.PageSize, (await portal.The<KnowledgeList>().For(new("大门 掉色"), writer, default)).Rows.Count);
        Assert.Single((await portal.The<KnowledgeList>().For(new("针尖"), writer, default)).Rows);
        Assert.NotEmpty(await portal.The<SuggestionList>().For("经销商说大门板面有色差，要求尽快换板", null, writer, default));
    }

    /// <summary>The index answers, and no table is gone through.</summary>
    protected abstract Task Bounded(Portal portal, string word, int tier, Actor writer);

    /// <summary>The tiers' questions, each as the database means to answer it.</summary>
    protected static async Task<string> Plan(PortalDb db, string explain, string word, int tier, Actor writer)
    {
        var query = KnowledgeList.Hits(db, new(word), writer)[tier];
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // The query itself, explained.
        command.CommandText = explain + " " + command.CommandText;
#pragma warning restore CA2100
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return string.Join('\n', lines);
    }

    // Past the actions, many at a time; every fiftieth tells of colour, every seventieth of something missing, every ninetieth of rust, and one of a needle.
    private static Task<int> Lay(Portal portal, int from, int count, int needle) => portal.Db(db =>
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = from; i < from + count; i++)
        {
            var trouble = i % 50 == 0 ? "存在色差" : i % 70 == 0 ? "配件漏发" : i % 90 == 0 ? "表面生锈" : Troubles[i % Troubles.Length];
            var text = new ArticleText($"{Subjects[i % Subjects.Length]}{trouble}", $"客户反映{Subjects[i % Subjects.Length]}有{trouble}的情况，数量 {i}", "生产批次问题", i == needle ? "如针尖大小" : "维修或者更换");
            var article = new Article(Guid.CreateVersion7(), text, null, null, null, "test", portal.Clock.Now);
            article.Publish(Audience.Everyone, null, portal.Clock.Now);
            db.Articles.Add(article);
        }
        return Task.FromResult(0);
    });
}

public sealed class SqliteKnowledgeScaleTests() : KnowledgeScaleTests(Database.Sqlite)
{
    protected override async Task Bounded(Portal portal, string word, int tier, Actor writer)
    {
        var plan = await portal.Db(db => Plan(db, "EXPLAIN QUERY PLAN", word, tier, writer));
        // The index goes along its own numbers, backwards from where it is told, and stops when it has a page: nothing sorts what it gives.
        Assert.Contains("VIRTUAL TABLE INDEX", plan, StringComparison.Ordinal);
        Assert.Contains("<", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN ArticleTerms", plan, StringComparison.Ordinal);
    }
}

[Trait("Category", "Postgres")]
public sealed class PostgresKnowledgeScaleTests() : KnowledgeScaleTests(Database.Postgres)
{
    protected override async Task Bounded(Portal portal, string word, int tier, Actor writer)
    {
        await portal.Db(db => db.Database.ExecuteSqlRawAsync("ANALYZE \"ArticleTerms\""));
        var plan = await portal.Db(db => Plan(db, "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF)", word, tier, writer));
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.True(plan.Contains("IX_ArticleTerms_Vector", StringComparison.Ordinal) || plan.Contains("Backward", StringComparison.Ordinal), plan);
    }
}
