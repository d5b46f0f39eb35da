using System.Reflection;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Isolation;

/// <summary>Whoever has no business with a delivery or a complaint asks every action and every view for it.</summary>
public sealed class ActionIsolationTests
{
    // What answers anybody, because it is about nobody but the asker.
    private static readonly Dictionary<string, string> OwnAffairs = new()
    {
        ["ChangePassword.Run"] = "asks for the asker's own password",
        ["ChooseLanguage.Run"] = "the asker's own language",
        ["ChooseNotices.Run"] = "of which news the asker is told",
        ["LeaveCase.Run"] = "ends the asker's own visit",
        ["RecordBreach.Run"] = "what a manager saw a colleague do",
        ["ReadNotices.Run"] = "marks the asker's own notices, and passes over those of others",
        ["SetUpPortal.Run"] = "asks for the one-time link of a portal that nobody has set up",
    };

    // What shows no delivery and no complaint to anybody at all.
    private static readonly Dictionary<string, string> Silent = new()
    {
        ["AbsenceList.For"] = "colleagues",
        ["ArticleSheet.For"] = "articles of the company's own",
        ["BatchList.Count"] = "a number",
        ["BreachList.For"] = "of the staff, for those concerned",
        ["BreachList.FormFor"] = "colleagues, and the clauses they may have broken",
        ["BreachSheet.For"] = "of the staff, for those concerned",
        ["CallerList.For"] = "whoever a name or a number is given of; nothing without one",
        ["CallbackFigures.For"] = "numbers by tier and by assistant",
        ["CaseTurnList.Count"] = "a number",
        ["CallDesk.CountMine"] = "a number",
        ["CallbackList.CountMine"] = "a number",
        ["CheckImport.Problems"] = "files of the ERP, for those who import",
        ["ChoiceSheet.For"] = "of which kinds of news the asker is told",
        ["EditionBoard.For"] = "nothing while all cases are on the edition in force",
        ["FilingSheet.Unfinished"] = "an id, of the asker's own draft",
        ["HolidayBoard.For"] = "holidays",
        ["ImportSheet.For"] = "files of the ERP, for those who import",
        ["ImportSheet.Recent"] = "files of the ERP, for those who import",
        ["JobBoard.For"] = "runs of the jobs",
        ["JobRunList.For"] = "runs of the jobs",
        ["KnowledgeList.For"] = "articles of the company's own",
        ["LateList.Of"] = "dates and yuan of the orders named, and nothing that names one",
        ["MoveAllSheet.For"] = "numbers",
        ["MyApprovals.Count"] = "a number",
        ["OutboxBoard.For"] = "what did not leave the portal, for administrators",
        ["PersonSheet.Dealers"] = "dealers by the beginning of a code, for administrators",
        ["PersonSheet.Regions"] = "regions",
        ["PickUpPreview.For"] = "families and windows, no name",
        ["ScriptList.For"] = "what the desk says",
        ["SettlementFigures.For"] = "sums by month, region and cause",
        ["SpanPreview.For"] = "what excused dates would take back, for those who record them",
        ["SuggestionList.For"] = "articles of the company's own",
        ["TierProposalList.For"] = "how many proposals wait",
        ["TierProposalList.Waiting"] = "ids and tiers, for the director who confirms them",
        ["UnreadCount.For"] = "a number",
        ["VisitList.In"] = "colleagues who have a case open; nobody has",
        ["UploadSheet.For"] = "how much of a photo has come",
    };

    [Fact]
    public async Task Every_act_on_it_is_refused_to_another_dealer_and_to_another_region_and_leaves_no_trace()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var before = await Everything(portal);

        var found = new List<string>();
        foreach (var method in Probe.Methods)
            foreach (var actor in new[] { scene.Stranger, scene.South })
            {
                try { found.AddRange(await Offences(scene, method, actor)); }
                catch (NotSupportedException unknown) { found.Add(unknown.Message); }
            }

        Support.Offences.None(found);
        Assert.Equal(before, await Everything(portal));
    }

    [Fact]
    public async Task Every_view_shows_something_of_it_to_somebody_who_may_see_it()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);

        var blind = new List<string>();
        foreach (var method in Probe.Methods.Where(method => method.Name != "Run"))
        {
            try { if (!await ShownToAnyone(scene, method)) blind.Add(Probe.NameOf(method)); }
            catch (NotSupportedException unknown) { blind.Add(unknown.Message); }
        }

        Support.Offences.None(blind.Except(Silent.Keys).Select(name => $"{name} shows it to nobody: lay it out in Scene, ask for it in Probe, or say in Silent why there is nothing to see."));
        Support.Offences.None(Silent.Keys.Except(blind).Select(name => $"{name} is not silent."));
    }

    private static async Task<bool> ShownToAnyone(Scene scene, MethodInfo method)
    {
        foreach (var actor in scene.Insiders)
            if (scene.In(Probe.Read(await new Probe(scene).Ask(method, actor))).Any()) return true;
        return false;
    }

    private static async Task<IEnumerable<string>> Offences(Scene scene, MethodInfo method, Actor actor)
    {
        var answer = await new Probe(scene).Ask(method, actor);
        var who = $"{Probe.NameOf(method)} answered {actor.Name}";
        var said = scene.In(Probe.Read(answer)).Select(word => $"{who} with {word}");
        var isAct = answer is not null && answer.GetType().GetProperty("IsDone") is not null;
        var refused = Probe.RefusalOf(answer)?.Code is "not-found" or "not-allowed";
        if (IsSheet(method) && answer is not null and not System.Collections.IEnumerable && !isAct) said = said.Append($"{who} with something");
        return isAct && !refused && !OwnAffairs.ContainsKey(Probe.NameOf(method)) ? said.Append($"{who}: {Probe.RefusalOf(answer)?.Code ?? "done"}") : said;
    }

    // What answers with one thing answers with nothing; a list leaves out, and a form is as empty as it was given.
    private static bool IsSheet(MethodInfo method) => method.DeclaringType is not { Name: nameof(FilingSheet) or nameof(GoodsSheet) } && (method.Name is "For" or "Get")
        && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Guid) || typeof(IEnumerable<Guid>).IsAssignableFrom(parameter.ParameterType));

    private static Task<string> Everything(Portal portal) => portal.Db(async db => string.Join(' ',
        await db.HistoryHeads.Select(head => head.Hash).SingleAsync(), await db.Notices.CountAsync(notice => notice.ReadAt == null), await db.Photos.CountAsync(), await db.PhotoUploads.CountAsync(),
        await db.Inspections.SumAsync(one => one.DraftNumber), await db.ComplaintDrafts.CountAsync(), await db.PickUps.CountAsync(), await db.Complaints.CountAsync()));
}
