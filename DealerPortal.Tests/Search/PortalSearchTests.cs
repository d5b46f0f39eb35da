using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Search;
using DealerPortal.Tests.Isolation;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Kind = DealerPortal.Domain.Search.PortalSearch.Kind;

namespace DealerPortal.Tests.Search;

/// <summary>What each of us finds in the one search field, and what nobody else does.</summary>
public sealed class PortalSearchTests
{
    [Fact]
    public async Task A_dealer_and_those_who_may_see_it_find_each_thing_by_its_number()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var numbers = await Numbers(scene);

        foreach (var (kind, number) in numbers)
            foreach (var actor in new[] { scene.Owner, scene.Agent, North(scene), Auditor(scene) })
                Assert.Contains(await Find(portal, number, actor), found => found.Kind == kind && found.Hit.Title == number);
    }

    [Fact]
    public async Task Another_dealer_and_another_region_find_none_of_it()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        string[] asked = [.. (await Numbers(scene)).Values, scene.Mark, "W-" + scene.Mark, "0531-88880001", "88880001", "D-" + scene.Mark, "焊点 " + scene.Mark,
            .. await portal.Db(db => db.Complaints.Select(one => one.Number.Substring(8)).ToListAsync())];

        foreach (var actor in new[] { scene.Stranger, scene.South })
            foreach (var text in asked) Assert.Empty(scene.In(Probe.Read(await portal.The<PortalSearch>().For(text, actor, default))));
    }

    [Fact]
    public async Task A_case_is_found_by_its_end_its_order_and_its_words()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var number = await portal.Db(db => db.Complaints.Where(one => one.Id == scene.Ids["case"]).Select(one => one.Number).SingleAsync());

        foreach (var actor in new[] { scene.Owner, scene.Agent })
            foreach (var text in new[] { number[^CaseTail..], number.ToLowerInvariant(), number[..9], "O-" + scene.Mark, "焊点", $"  焊点   {scene.Mark} " })
                Assert.Contains(await Find(portal, text, actor), found => found.Kind is Kind.Cases && (found.Hit.Title == number || text == number[..9]));
    }

    [Fact]
    public async Task Staff_find_dealers_by_name_code_and_telephone_and_a_dealer_finds_none()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var code = "D-" + scene.Mark;
        await portal.Db(async db => (await db.Dealers.SingleAsync(one => one.Id == scene.Ids["dealer"])).Update(code + " 门店", "north", "0531-88881234"));
        await portal.Db(db => Task.FromResult(db.DealerPhones.Add(new DealerPhone(Guid.CreateVersion7(), scene.Ids["dealer"], "138 0013 8000", "店长", scene.Agent, portal.Clock.Now))));

        foreach (var text in new[] { code, code + " 门店", "0531-88881234", "0531 8888", "88881234", "+86 0531-88881234" })
        {
            Assert.Contains(await Find(portal, text, scene.Agent), found => found.Kind is Kind.Dealers && found.Hit.Id == scene.Ids["dealer"]);
            Assert.DoesNotContain(await Find(portal, text, scene.Owner), found => found.Kind is Kind.Dealers);
        }
        // A number that the desk noted is found at the desk.
        Assert.Contains(await Find(portal, "13800138000", scene.Agent), found => found.Hit.Id == scene.Ids["dealer"]);
        Assert.DoesNotContain(await Find(portal, "13800138000", Finance(scene)), found => found.Kind is Kind.Dealers);
    }

    [Fact]
    public async Task A_statement_is_found_only_by_those_who_read_statements()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var number = (await Numbers(scene))[Kind.Statements];
        var dispatcher = await portal.Person("调度", (Role.LogisticsDispatcher, "north"));

        Assert.NotEmpty(await Find(portal, number, Finance(scene)));
        Assert.Empty(await Find(portal, number, dispatcher));
    }

    [Fact]
    public async Task Words_find_articles_and_a_dealer_only_those_for_everybody()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var writer = await portal.Person("王主管", (Role.AfterSalesSupervisor, null));
        var owner = await portal.DealerOwner(await portal.Dealer("D1"));
        foreach (var audience in new[] { Audience.Staff, Audience.Everyone })
        {
            var id = Guid.CreateVersion7();
            var text = new ArticleText("玻璃起雾 " + audience, "中空玻璃内侧起雾", "密封失效", "更换玻璃");
            Assert.Null((await portal.The<WriteArticle>().Run(new(id, text, null, null), writer, default)).Refusal);
            Assert.Null((await portal.The<PublishArticle>().Run(new(id, audience), writer, default)).Refusal);
        }

        Assert.Equal(2, (await Find(portal, "玻璃起雾", writer)).Count(found => found.Kind is Kind.Articles));
        Assert.Equal("玻璃起雾 Everyone", Assert.Single(await Find(portal, "起雾", owner)).Hit.Title);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \t ")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("C%")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0\u0001")]
    [InlineData("\ud800")]
    public async Task What_is_no_word_and_no_number_finds_nothing(string? text)
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);

        foreach (var actor in new[] { scene.Owner, scene.Agent }) Assert.Empty(await portal.The<PortalSearch>().For(text, actor, default));
    }

    [Fact]
    public async Task A_very_long_text_is_cut_and_a_group_is_bounded()
    {
        await using var portal = await Portal.Start();
        var dealer = await portal.Dealer("D1");
        await portal.Db(db =>
        {
            for (var i = 0; i < 12; i++) db.Orders.Add(new Order(Guid.CreateVersion7(), $"SO-{i:00}", new(dealer.Id, new(2026, 2, 20), [new(1, "gate", "门", null, 1)])));
            return Task.FromResult(0);
        });
        var agent = await portal.Person("小李", (Role.AfterSalesAgent, null));

        var orders = Assert.Single(await portal.The<PortalSearch>().For("so-", agent, default));

        Assert.Equal((Kind.Orders, PortalSearch.AtMost, true), (orders.Kind, orders.Hits.Count, orders.HasMore));
        Assert.Empty(await portal.The<PortalSearch>().For(new string('长', 100_000), agent, default));
        Assert.Equal("SO-07", Assert.Single(await Find(portal, "07", agent)).Hit.Title);
    }

    private const int CaseTail = 5;

    private static Actor North(Scene scene) => scene.Insiders.First(one => one.Is(Role.RegionalManager));

    private static Actor Auditor(Scene scene) => scene.Insiders.First(one => one.Is(Role.Auditor));

    private static Actor Finance(Scene scene) => Auditor(scene) with { Roles = new HashSet<Role> { Role.Finance } };

    private static Task<Dictionary<Kind, string>> Numbers(Scene scene) => scene.Portal.Db(async db => new Dictionary<Kind, string>
    {
        [Kind.Cases] = await db.Complaints.Where(one => one.Id == scene.Ids["case"]).Select(one => one.Number).SingleAsync(),
        [Kind.Orders] = "O-" + scene.Mark,
        [Kind.Shipments] = "S-" + scene.Mark,
        [Kind.Statements] = await db.Batches.Where(one => one.Id == scene.Ids["batch"]).Select(one => one.Number).SingleAsync(),
    });

    private static async Task<List<(Kind Kind, PortalSearch.Hit Hit)>> Find(Portal portal, string text, Actor actor) =>
        [.. (await portal.The<PortalSearch>().For(text, actor, default)).SelectMany(group => group.Hits.Select(hit => (group.Kind, hit)))];
}
