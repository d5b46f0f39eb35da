using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.History;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Asks for more time for the clock that runs: the new date and the reason. Until it is granted the old date stands.</summary>
public sealed class AskForExtension(CaseWork cases)
{
    /// <param name="ExtensionId">Made by the form, so that asking twice is once.</param>
    /// <param name="Date">The new last day; the clock then ends at its close.</param>
    public sealed record Request(Guid CaseId, Guid ExtensionId, LocalDate Date, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.ExtensionAsked, async open =>
        {
            var (calendar, approvalId) = (open.Rules.Calendar, Guid.CreateVersion7());
            if (open.Case.Deny(CaseVerb.AskForExtension, actor, open.Now) is { } denied) return denied;
            var latest = calendar.DateOf(open.Now).PlusYears(1);
            if (request.Date > latest) return new Refusal("extension.too-far", null, "date", Fact.On(latest));
            if (!calendar.IsWorkingDay(request.Date)) return new Refusal("extension.not-a-working-day", null, "date", Fact.On(request.Date));
            var (old, due) = (open.Case.RunningClock!.DueAt, calendar.ClosingOf(request.Date));
            var outcome = open.Internally().With(Fact.At(old), Fact.At(due), Fact.Of(request.Reason.Trim())).Case.AskForExtension(request.ExtensionId, approvalId, due, request.Reason, actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;

            var rule = open.Rules.Clocks.Extension;
            await Approvers.Ask(open.Under(rule.Clause), approvalId, new Question(Approvers.ExtensionQuestion, open.Case.Id, open.Case.DealerId, open.Case.Region, open.Path, rule.Clause,
            [
                new("extension.of-clock", Fact.Of(open.Case.Number), Fact.Word("clock." + open.Case.RunningClock.Code)),
                new("extension.from-to", Fact.At(old), Fact.At(due)),
                new("extension.because", Fact.Of(request.Reason.Trim())),
            ]), rule.Approvals);
            return outcome;
        }, stop);
}
