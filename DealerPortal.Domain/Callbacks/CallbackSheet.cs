using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>One callback for whoever makes it: the dealer, why and by when, what to ask, what he has open, and what was said before.</summary>
public sealed class CallbackSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    private const int Lately = 6;

    public sealed record View(
        Head Head, Ruling<LocalDate> Due, IReadOnlyList<SurveyQuestion> Questions, CallbackSurvey Survey, IReadOnlyList<Asked> Cases, IReadOnlyList<OpenOne> OpenCases, IReadOnlyList<Choice> Orders,
        IReadOnlyList<Attempt> Attempts, IReadOnlyList<Answer> Answers, IReadOnlyList<Before> Lately, Filing Filing, bool MayCall, bool MayGiveNumber);

    public sealed record Head(
        Guid Id, Guid DealerId, string Dealer, string Code, string Region, string? Phone, string Tier, CallbackState State, bool IsOpen, LocalDate PlannedOn, Instant? CallAt, Instant LateFrom, Instant PlannedAt, string? Assistant,
        Instant? LinkSentAt, Instant? EndedAt, CallChannel? Channel, Guid? OpenedCase);

    /// <summary>A settled case to ask about.</summary>
    /// <param name="IsContent">The dealer's word; null until he was reached.</param>
    public sealed record Asked(Guid CaseId, string Number, string Description, bool? IsContent);

    public sealed record OpenOne(Guid Id, string Number, CaseState State, Instant FiledAt, Instant? Due);

    public sealed record Choice(Guid Id, string Name);

    public sealed record Attempt(CallOutcome Outcome, string? Note, string By, Instant At);

    public sealed record Answer(SurveyQuestion Question, int? Score, bool IsSatisfied, string? Words);

    /// <summary>An earlier callback of the dealer.</summary>
    public sealed record Before(Guid Id, CallbackState State, Instant At, string? Assistant, int Satisfied, int Scored);

    /// <summary>What a new case can be about.</summary>
    public sealed record Filing(IReadOnlyList<Family> Families, ProblemCatalogue Problems);

    /// <summary>Null for "not there", "not yours", and for a dealer who is never called.</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!(CallbackRights.MaySee(actor) || GiveNumber.MayGive(actor)) || book.InForceAt(now).Value is not { } inForce || inForce.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var call = await Whole(db.CallsToMakeOrMade(rule, inForce.Calendar.DateOf(now)).SeenBy(actor, db)).SingleOrDefaultAsync(one => one.Id == id, stop);
        if (call is null) return null;

        var edition = book.Edition(call.Pack, call.Edition);
        var dealer = await db.Dealers.Where(one => one.Id == call.DealerId).Select(one => new { one.Id, one.Name, one.Code, one.Region, one.Phone }).SingleAsync(stop);
        var head = new Head(call.Id, dealer.Id, dealer.Name, dealer.Code, dealer.Region, dealer.Phone, call.Tier, call.State, call.IsOpen, call.PlannedOn, call.CallAt, call.LateFrom, call.PlannedAt, call.AssistantName,
            call.LinkSentAt, call.EndedAt, call.Channel, call.OpenedCase);
        return new(head, call.Due, edition.Survey.Questions, edition.Survey, await Cases(db, call, stop), await OpenCases(db, call, stop), await Orders(db, call, stop),
            [.. call.Attempts.OrderBy(one => one.At).Select(one => new Attempt(one.Outcome, one.Note, one.ByName, one.At))], Said(call, edition.Survey), await Earlier(db, call, stop),
            new(edition.Families, edition.Problems), CallbackRights.MayCall(actor), GiveNumber.MayGive(actor));
    }

    private static IQueryable<Callback> Whole(IQueryable<Callback> calls) => calls.AsNoTracking().Include(call => call.Attempts).Include(call => call.Answers).Include(call => call.FollowUps).AsSplitQuery();

    private static IReadOnlyList<Answer> Said(Callback call, CallbackSurvey survey) =>
        [.. survey.Questions.Join(call.Answers, question => question.Code, answer => answer.Question, (question, answer) => new Answer(question, answer.Score, answer.IsSatisfied, answer.Words))];

    private static async Task<IReadOnlyList<Asked>> Cases(PortalDb db, Callback call, CancellationToken stop)
    {
        var ids = call.FollowUps.Select(one => one.CaseId).ToArray();
        var about = await db.Complaints.Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Description }).ToDictionaryAsync(one => one.Id, one => one.Description, stop);
        return [.. call.FollowUps.OrderBy(one => one.Number).Select(one => new Asked(one.CaseId, one.Number, about.GetValueOrDefault(one.CaseId, ""), one.IsContent))];
    }

    private static async Task<IReadOnlyList<OpenOne>> OpenCases(PortalDb db, Callback call, CancellationToken stop) =>
        await db.Complaints.Where(one => one.DealerId == call.DealerId && one.IsOpen).OrderBy(one => one.NextDueAt).Take(Lately)
            .Select(one => new OpenOne(one.Id, one.Number, one.State, one.FiledAt, one.NextDueAt == Complaint.NoEnd ? null : one.NextDueAt)).ToListAsync(stop);

    private static async Task<IReadOnlyList<Choice>> Orders(PortalDb db, Callback call, CancellationToken stop) =>
        await db.Orders.IgnoreAutoIncludes().Where(order => order.DealerId == call.DealerId).OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(30).Select(order => new Choice(order.Id, order.Number)).ToListAsync(stop);

    private static async Task<IReadOnlyList<Before>> Earlier(PortalDb db, Callback call, CancellationToken stop) =>
        await db.CallsMade().Where(one => one.DealerId == call.DealerId && one.Id != call.Id).OrderByDescending(one => one.EndedAt).Take(Lately)
            .Select(one => new Before(one.Id, one.State, one.EndedAt!.Value, one.AssistantName, one.Answers.Count(answer => answer.IsSatisfied), one.Answers.Count(answer => answer.Score != null))).ToListAsync(stop);
}
