using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Knowledge;

/// <summary>What is found, in which order, and by whom; on either database.</summary>
public abstract class KnowledgeTests(Database on)
{
    private static readonly string[] Words = ["色差", "漏发", "生锈"];

    [Fact]
    public async Task Words_of_two_characters_are_found_inside_longer_words_and_sentences()
    {
        await using var library = await Library.Open(on);
        foreach (var word in Words)
        {
            await library.Publish($"标题 {word}", "一", "二", "三");
            await library.Publish("二号", $"左右门板有明显{word}现象，客户不接受", "二", "三");
            await library.Publish("三号", "一", "二", $"经查系{word}所致，已重新处理");
        }

        foreach (var word in Words) Assert.Equal([$"标题 {word}", "二号", "三号"], await library.Finds(word));
        Assert.Empty(await library.Finds("色漏"));
        Assert.Empty(await library.Finds("标题色差"));
    }

    [Fact]
    public async Task All_of_it_in_the_title_comes_before_the_symptom_and_that_before_the_rest_and_newer_before_older()
    {
        await using var library = await Library.Open(on);
        await library.Publish("大门", "色差", "x", "y");
        await library.Publish("旧的大门色差", "s", "x", "y");
        await library.Publish("别的", "s", "大门出厂", "色差");
        await library.Publish("新的大门色差", "s", "x", "y");

        Assert.Equal(["新的大门色差", "旧的大门色差", "大门", "别的"], await library.Finds("大门 色差"));
        Assert.Equal(["新的大门色差", "旧的大门色差"], await library.Finds("大门色差"));
    }

    [Fact]
    public async Task Inside_a_tier_what_begins_the_title_comes_first_then_what_fills_more_of_it_then_what_the_symptom_repeats_then_the_newest()
    {
        await using var library = await Library.Open(on);
        foreach (var word in Words)
        {
            // From the last to the first, so that the newest of them would stand in the opposite order.
            await library.Publish($"{word}怎么处理才好呢", "s", "c", "r");
            await library.Publish($"门板{word}", "s", "c", "r");
            await library.Publish($"客户反映大门左右两块板面有{word}", $"一看就有{word}，两边{word}明显，{word}严重", "c", "r");
            await library.Publish($"经销商反映大门左右两块板有{word}", "s", "c", "r");
            await library.Publish($"经销商反映护窗左右两块板有{word}", "s", "c", "r");
            await library.Publish("只在症状里说一次", $"左右门板有明显{word}现象", "c", "r");
            await library.Publish("症状里说了两次", $"{word}明显，经查{word}属实", "c", "r");
            await library.Publish("最新而只在原因里", "s", $"系{word}所致", "r");

            Assert.Equal([
                $"{word}怎么处理才好呢", // begins the title
                $"门板{word}", // fills a quarter of the title
                $"客户反映大门左右两块板面有{word}", // less of it, and three times in the symptom
                $"经销商反映护窗左右两块板有{word}", $"经销商反映大门左右两块板有{word}", // equal, so the newer first
                "症状里说了两次", "只在症状里说一次", // not in the title: by how often the symptom says it
                "最新而只在原因里"], await library.Finds(word)); // anywhere else
        }
    }

    [Fact]
    public async Task Words_that_stand_one_behind_the_other_as_they_were_typed_come_before_the_same_words_apart()
    {
        await using var library = await Library.Open(on);
        await library.Publish("关于大门色差", "s", "c", "r");
        await library.Publish("关于大门，色差", "s", "c", "r");
        await library.Publish("关于色差的大门", "s", "c", "r");
        await library.Publish("一", "大门色差明显", "c", "r");
        await library.Publish("二", "色差的大门", "c", "r");
        await library.Publish("三", "s", "大门色差", "r");
        await library.Publish("四", "s", "色差", "大门");

        Assert.Equal(["关于大门，色差", "关于大门色差", "关于色差的大门", "一", "二", "三", "四"], await library.Finds("大门 色差"));
        Assert.Equal(["关于大门色差", "一", "三"], await library.Finds("大门色差"));
    }

    [Fact]
    public async Task What_is_published_between_two_pages_moves_nothing_and_every_window_is_shown_whole()
    {
        await using var library = await Library.Open(on);
        var many = KnowledgeList.Window + KnowledgeList.PageSize + 5;
        await library.Portal.Db(db =>
        {
            for (var i = 0; i < many; i++)
            {
                var article = new Article(Guid.CreateVersion7(), new(i % 7 == 0 ? $"色差 {i}" : $"第 {i} 号大门板面色差", "s", "c", "r"), null, null, null, "test", library.Portal.Clock.Now);
                article.Publish(Audience.Everyone, null, library.Portal.Clock.Now);
                db.Articles.Add(article);
            }
            return Task.FromResult(0);
        });

        var seen = new List<string>();
        KnowledgeList.Cursor? after = null;
        do
        {
            var page = await library.Portal.The<KnowledgeList>().For(new("色差", After: after), library.Writer, default);
            seen.AddRange(page.Rows.Select(row => row.Title));
            after = page.Next;
            await library.Publish($"新色差 {seen.Count}", "s", "c", "r");
        }
        while (after is not null);

        Assert.Equal((many, many), (seen.Count, seen.Distinct().Count()));
        Assert.All(seen.Take(KnowledgeList.Window / 7), title => Assert.StartsWith("色差", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_character_a_number_and_the_beginning_of_a_word_are_found_too()
    {
        await using var library = await Library.Open(on);
        await library.Publish("304 管材", "管口生锈", "潮", "擦");

        foreach (var found in new[] { "锈", "生", "304", "30", "３０４", "管材 304" }) Assert.Equal(["304 管材"], await library.Finds(found));
        foreach (var none in new[] { "色", "305", "，", "'\"&|!*" }) Assert.Empty(await library.Finds(none));
    }

    [Fact]
    public async Task What_is_written_anew_is_found_by_its_new_words_and_no_more_by_its_old_ones()
    {
        await using var library = await Library.Open(on);
        var id = await library.Publish("护窗生锈", "s", "c", "r");

        await library.Done<WriteArticle>(act => act.Run(new(id, new("护窗掉色", "s", "c", "r"), null, null), library.Writer, default));

        Assert.Empty(await library.Finds("生锈"));
        Assert.Equal(["护窗掉色"], await library.Finds("掉色"));
        var sheet = await library.Portal.The<ArticleSheet>().For(id, library.Writer, default);
        Assert.Equal(["护窗掉色", "护窗生锈"], sheet!.Revisions.Select(revision => revision.Text.Title));
        Assert.Contains(Happening.ArticleWritten, (await library.Portal.The<HistoryList>().For(library.Writer, default, id)).Select(entry => entry.What));
    }

    [Fact]
    public async Task Pages_follow_one_another_through_the_tiers_without_gap_or_repetition()
    {
        await using var library = await Library.Open(on);
        for (var i = 0; i < 27; i++) await library.Publish(i % 3 == 0 ? $"色差 {i}" : $"号 {i}", i % 3 == 1 ? "色差" : "s", i % 3 == 2 ? "色差" : "c", "r");

        var seen = new List<string>();
        KnowledgeList.Cursor? after = null;
        do
        {
            var page = await library.Portal.The<KnowledgeList>().For(new("色差", After: after), library.Writer, default);
            seen.AddRange(page.Rows.Select(row => row.Title));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(27, seen.Distinct().Count());
        Assert.Equal(27, seen.Count);
        Assert.Equal(Enumerable.Range(0, 27).OrderBy(i => i % 3).ThenByDescending(i => i).Select(i => i % 3 == 0 ? $"色差 {i}" : $"号 {i}"), seen);
    }

    [Fact]
    public async Task Each_finds_what_he_may_read_and_another_finds_nothing_of_it()
    {
        await using var library = await Library.Open(on);
        await library.Publish("色差 众人", "s", "c", "r", Audience.Everyone);
        await library.Publish("色差 内部", "s", "c", "r", Audience.Staff);
        var draft = await library.Draft("色差 草稿", "s", "c", "r");
        var gone = await library.Publish("色差 作废", "s", "c", "r", Audience.Everyone);
        await library.Done<RetireArticle>(act => act.Run(new(gone), library.Writer, default));

        Assert.Equal(["色差 众人"], await library.Finds("色差", library.Owner));
        Assert.Equal(["色差 众人"], await library.Finds("色差", library.Owner, ArticleState.Draft));
        Assert.Equal(["色差 内部", "色差 众人"], await library.Finds("色差", library.Finance));
        Assert.Equal(["色差 内部", "色差 众人"], await library.Finds("色差", library.Finance, ArticleState.Draft));
        Assert.Equal(["色差 草稿"], await library.Finds("色差", library.Writer, ArticleState.Draft));
        Assert.Equal(["色差 众人"], (await library.Portal.The<SuggestionList>().For("门板色差", null, library.Owner, default)).Select(row => row.Title));
        foreach (var reader in new[] { library.Owner, library.Finance }) Assert.Null(await library.Portal.The<ArticleSheet>().For(draft, reader, default));
        Assert.Null(await library.Portal.The<ArticleSheet>().For(gone, library.Owner, default));
        Assert.Equal(Refusal.NotAllowed, (await library.Portal.The<PublishArticle>().Run(new(draft, Audience.Everyone), library.Finance, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await library.Portal.The<WriteArticle>().Run(new(draft, new("x", "y", "z", "r"), null, null), library.Owner, default)).Refusal);
    }

    [Fact]
    public async Task What_resembles_more_is_suggested_first()
    {
        await using var library = await Library.Open(on);
        await library.Publish("大门板面色差", "左右门板颜色不一致", "批次", "换板");
        await library.Publish("护窗生锈", "横杆生锈", "镀层", "打磨");
        await library.Publish("大门焊接", "焊点过大", "工艺", "打磨");

        var suggested = await library.Portal.The<SuggestionList>().For("客户说大门左右两块门板的颜色看起来不一致，要求尽快处理", null, library.Writer, default);

        Assert.Equal("大门板面色差", suggested[0].Title);
        Assert.DoesNotContain("护窗生锈", suggested.Select(row => row.Title));
    }

    [Fact]
    public async Task Nothing_of_a_dealer_is_published()
    {
        await using var library = await Library.Open(on);
        var other = await library.Portal.Dealer("D9");
        await library.Portal.DealerOwner(other);
        foreach (var said in new[] { other.Name, $"由{other.Code}反馈", "老板 D9说", "电话 138-0013-8000", "案件 C260302-7K3F2", "运单 DPK36150120" })
        {
            var id = await library.Draft("色差", said, "c", "r");
            foreach (var audience in Enum.GetValues<Audience>())
                Assert.Equal("article.names-dealer", (await library.Portal.The<PublishArticle>().Run(new(id, audience), library.Writer, default)).Refusal?.Code);
        }
        var open = await library.Publish("色差", "s", "c", "r");
        Assert.Equal("article.names-dealer", (await library.Portal.The<WriteArticle>().Run(new(open, new("色差", other.Name, "c", "r"), null, null), library.Writer, default)).Refusal?.Code);
        Assert.Equal("article.part-missing", (await library.Portal.The<PublishArticle>().Run(new(await library.Draft("色差", "s", "", "r"), Audience.Staff), library.Writer, default)).Refusal?.Code);
    }

    /// <summary>A portal with people who write, read, and read less.</summary>
    private sealed record Library(Portal Portal, Actor Writer, Actor Finance, Actor Owner) : IAsyncDisposable
    {
        public static async Task<Library> Open(Database on)
        {
            var portal = await Portal.Start(on: on);
            return new(portal, await portal.Person("小李", (Role.AfterSalesAgent, null)), await portal.Person("财务", (Role.Finance, null)), await portal.DealerOwner(await portal.Dealer("D1")));
        }

        public async Task<Guid> Draft(string title, string symptom, string cause, string remedy)
        {
            var id = Guid.CreateVersion7();
            await Done<WriteArticle>(act => act.Run(new(id, new(title, symptom, cause, remedy), null, null), Writer, default));
            return id;
        }

        public async Task<Guid> Publish(string title, string symptom, string cause, string remedy, Audience audience = Audience.Everyone)
        {
            var id = await Draft(title, symptom, cause, remedy);
            await Done<PublishArticle>(act => act.Run(new(id, audience), Writer, default));
            return id;
        }

        public async Task<IEnumerable<string>> Finds(string text, Actor? who = null, ArticleState state = ArticleState.Published) =>
            (await Portal.The<KnowledgeList>().For(new(text, State: state), who ?? Writer, default)).Rows.Select(row => row.Title);

        public async Task Done<T>(Func<T, Task<Outcome>> act) where T : notnull
        {
            var outcome = await act(Portal.The<T>());
            Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}

public sealed class SqliteKnowledgeTests() : KnowledgeTests(Database.Sqlite)
{
    [Fact]
    public async Task A_case_that_closes_drafts_an_article_once_and_keeps_it_from_dealers()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Done<JudgeNotFounded>(act => act.Run(new(id, "符合标准"), world.Agent, default));
        await world.Done<CloseCase>(act => act.Run(new(id), world.Supervisor, default));
        await world.Done<CloseCase>(act => act.Run(new(id), world.Supervisor, default));

        var article = await world.Portal.Db(db => db.Articles.SingleAsync(one => one.CaseId == id));
        Assert.Equal((ArticleState.Draft, "焊点过大", "符合标准"), (article.State, article.Symptom, article.Cause));
        var sheet = await world.Portal.The<ArticleSheet>().For(article.Id, world.Agent, default);
        Assert.Equal(id, sheet!.Case!.Id);
        Assert.Null(await world.Portal.The<ArticleSheet>().For(article.Id, world.Owner, default));

        await world.Done<WriteArticle>(act => act.Run(new(article.Id, new("大门焊点", "焊点过大", "符合标准", "解释"), "gate", null), world.Agent, default));
        await world.Done<PublishArticle>(act => act.Run(new(article.Id, Audience.Everyone), world.Agent, default));
        var dealers = await world.Portal.The<ArticleSheet>().For(article.Id, world.Owner, default);
        Assert.Equal((null, null, 0), (dealers!.Case, dealers.ChangedBy, dealers.Revisions.Count));
    }
}

[Trait("Category", "Postgres")]
public sealed class PostgresKnowledgeTests() : KnowledgeTests(Database.Postgres);
