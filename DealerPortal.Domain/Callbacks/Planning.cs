using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Plans the callbacks of some dealers inside a piece of work: what is owed and not planned, what another tier moves or ends, which settled cases are asked about.</summary>
/// <remarks>It looks at what is there and adds what is missing, so that running it twice is once. Thrown away unsaved it is the preview of itself.</remarks>
internal sealed class Planning(PortalDb db, Edition edition, Instant now, CancellationToken stop)
{
    private const int Batch = 200;

    private readonly CallbackCadences rule = edition.Cadences;
    private readonly LocalDate today = edition.Calendar.DateOf(now);
    private Levelling levelling = null!;

    /// <summary>What became of one dealer's callback.</summary>
    /// <param name="Before">Null where there was none.</param>
    /// <param name="After">Null where there is none any more.</param>
    public sealed record Change(Guid DealerId, Dates? Before, Dates? After)
    {
        public bool IsAny => Before != After;
    }

    public sealed record Dates(LocalDate DueOn, LocalDate PlannedOn, string Tier);

    /// <param name="pretended">Tiers that hold from today, where they are only being thought of or are saved in this same piece of work.</param>
    public async Task<IReadOnlyList<Change>> For(IReadOnlyList<Guid> dealers, IReadOnlyDictionary<Guid, string>? pretended = null)
    {
        var open = (await db.OpenCallsOf(dealers, stop)).ToDictionary(call => call.DealerId);
        var cases = (await Waiting(dealers)).ToLookup(one => one.DealerId);
        levelling = new(await db.Load(today, stop), await Desks(), edition.Calendar);
        var changes = new List<Change>();
        foreach (var standing in await db.Standings(dealers, today, stop))
        {
            var call = open.GetValueOrDefault(standing.DealerId);
            var before = call is null ? null : DatesOf(call);
            call = pretended?.GetValueOrDefault(standing.DealerId) is { } tier && tier != standing.Tier
                ? One(standing with { Tier = tier, TierFrom = today }, call, cases[standing.DealerId])
                : One(standing, call, cases[standing.DealerId]);
            changes.Add(new(standing.DealerId, before, call is null ? null : DatesOf(call)));
        }
        if (changes.Exists(change => change.IsAny)) db.Announce(Topics.Callbacks);
        return changes;
    }

    /// <summary>Takes the open callbacks of these dealers over into the book's calendar.</summary>
    /// <returns>How many are due, or laid, on another date than before.</returns>
    public async Task<int> TakeOver(IReadOnlyList<Guid> dealers, PolicyBook book)
    {
        levelling = new(await db.Load(today, stop), await Desks(), edition.Calendar);
        var names = await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        var changed = 0;
        foreach (var call in (await db.OpenCallsOf(dealers, stop)).Where(call => call.DueOn >= today).OrderBy(call => call.DueOn).ThenBy(call => call.Id))
        {
            var before = DatesOf(call);
            var laysAnew = call.MustBeLaidAnew(call.Reckon(book).Due.Value, edition.Calendar, today);
            if (!call.TakeOver(book) && !laysAnew) continue;
            if (laysAnew) Lay(call, LocalDate.Max(today, call.PlannedOn > call.DueOn ? rule.EarliestFor(call.DueOn, edition.Calendar) : call.PlannedOn));
            db.Note(new(Happening.CallbackFollowedHolidays, call.Id, null, Clause.Parse(call.DueClause),
                Fact.Of(names[call.DealerId]), Fact.On(call.PlannedOn), Fact.On(before.PlannedOn), Fact.On(call.DueOn), Fact.On(before.DueOn), Fact.Of(call.AssistantName ?? "–")));
            if (call.LinkSentAt is not null) db.Announce(Topics.Dealer(call.DealerId));
            db.Announce(Topics.Callback(call.Id));
            changed++;
        }
        if (changed > 0) db.Announce(Topics.Callbacks);
        return changed;
    }

    /// <summary>Some dealers at a time, always the same in one batch: of two processes at once the second finds each batch done.</summary>
    public static async Task<SweepCount> Each(IEnumerable<Guid> dealers, Func<Guid[], Task<Outcome<int>>> plan, CancellationToken stop)
    {
        var total = SweepCount.None;
        foreach (var batch in dealers.Chunk(Batch))
        {
            if (stop.IsCancellationRequested) break;
            var planned = await plan(batch);
            // Somebody else was at it twice: what is left is found by the next round.
            total += planned.IsDone ? new(batch.Length, planned.Value, 0) : new(batch.Length, 0, planned.Refusal == Refusal.ChangedMeanwhile ? 0 : 1, planned.Refusal!.Code);
        }
        return total;
    }

    private static Dates DatesOf(Callback call) => new(call.DueOn, call.PlannedOn, call.Tier);

    private Callback? One(CallBook.Standing standing, Callback? call, IEnumerable<CaseFollowUp.Waiting> cases)
    {
        var tier = standing.Tier is null ? rule.Otherwise.Value : rule.Find(standing.Tier);
        if (tier is not { IsCalled: true })
        {
            if (call is not null) Withdraw(call, standing);
            return null;
        }

        var dealer = new CallableDealer(standing.DealerId, standing.Region, tier, standing.TierFrom ?? edition.Calendar.DateOf(standing.AddedAt));
        var moved = false;
        if (call is null) call = New(dealer, standing);
        else if (call.Tier != tier.Code)
        {
            moved = call.MoveTo(dealer, BasisOf(dealer, standing.Counted), edition);
            if (!moved) Note(Happening.CallbackMoved, call, standing.Name);
        }
        foreach (var one in cases)
        {
            moved |= call.AskAbout(one, rule.FollowUpDue(one.SettledOn, one.Number, edition.Calendar), edition);
            db.Announce(Topics.Case(one.CaseId));
        }
        if (moved) Place(call, today, Happening.CallbackMoved, standing.Name);
        else if (!levelling.Knows(call.AssistantId)) HandOver(call, standing.Name);
        return call;
    }

    private Callback New(CallableDealer dealer, CallBook.Standing standing)
    {
        var call = new Callback(Guid.CreateVersion7(), dealer, edition, BasisOf(dealer, standing.Counted), now);
        // The first calls of many dealers begin together: they are laid over the whole interval, and keep apart from then on.
        var earliest = standing.Counted is null ? today : LocalDate.Max(today, rule.EarliestFor(call.DueOn, edition.Calendar));
        db.Plan(call);
        Place(call, earliest, Happening.CallbackPlanned, standing.Name);
        return call;
    }

    // From the later of the two: of what came before the tier began, the tier knows nothing.
    private CallBasis BasisOf(CallableDealer dealer, LocalDate? counted) =>
        counted is { } reached && reached >= dealer.TierFrom ? new(dealer.Tier.Code, reached, false, edition.Name) : new(dealer.Tier.Code, dealer.TierFrom, true, edition.Name);

    private void Place(Callback call, LocalDate earliest, Happening what, string name)
    {
        Lay(call, earliest);
        Note(what, call, name);
    }

    private void Lay(Callback call, LocalDate earliest)
    {
        call.PlanFor(levelling.DayFor(earliest, call.DueOn));
        call.HandTo(levelling.CallerOn(call.PlannedOn));
    }

    private void HandOver(Callback call, string name)
    {
        var to = levelling.CallerOn(LocalDate.Max(call.PlannedOn, today));
        if (to is null && call.AssistantId is null) return;
        call.HandTo(to);
        Note(Happening.CallbackHandedOver, call, name);
        db.Announce(Topics.Callbacks);
    }

    private void Withdraw(Callback call, CallBook.Standing standing)
    {
        call.Withdraw(now, today);
        db.Note(new(Happening.CallbackWithdrawn, call.Id, null, rule.Find(standing.Tier!)?.Clause ?? rule.Head.Clause, Fact.Of(standing.Name), Fact.Word("tier." + standing.Tier)));
        db.Announce(Topics.Callbacks);
    }

    private void Note(Happening what, Callback call, string name) => db.Note(new(what, call.Id, null, Clause.Parse(call.DueClause),
        Fact.Of(name), Fact.On(call.PlannedOn), Fact.On(call.DueOn), Fact.Of(call.AssistantName ?? "–"), Fact.Word("tier." + call.Tier)));

    /// <summary>Settled cases of these dealers whose present handling nobody has asked about yet.</summary>
    private async Task<IReadOnlyList<CaseFollowUp.Waiting>> Waiting(IReadOnlyList<Guid> dealers)
    {
        var rows = await db.CasesToAskAbout().Where(one => dealers.Contains(one.DealerId)).Select(one => new { one.DealerId, one.Id, one.Number, one.Round, one.ChangedAt }).ToListAsync(stop);
        return [.. rows.Select(row => new CaseFollowUp.Waiting(row.DealerId, row.Id, row.Number, row.Round, edition.Calendar.DateOf(row.ChangedAt)))];
    }

    private async Task<IReadOnlyList<Levelling.Desk>> Desks()
    {
        var people = await db.Users.Where(user => user.DisabledAt == null && db.Posts.Any(post => post.UserId == user.Id && post.Role == Role.ServiceAssistant)).OrderBy(user => user.Id).Select(user => new Callback.Caller(user.Id, user.FullName)).ToListAsync(stop);
        var away = await db.Absences.Where(one => one.Until > now).ToListAsync(stop);
        return [.. people.Select(who => new Levelling.Desk(who, [.. away.Where(one => one.UserId == who.Id).Select(one => new DateInterval(edition.Calendar.DateOf(one.From), edition.Calendar.DateOf(one.Until)))]))];
    }
}
