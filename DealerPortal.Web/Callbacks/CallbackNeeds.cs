using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;
using NodaTime;

namespace DealerPortal.Web.Callbacks;

/// <summary>A service assistant's calls of the day; and the survey that waits for a dealer's answers.</summary>
internal sealed class CallbackNeeds(CallbackList list, SurveySheet surveys, Wording words, IClock clock) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop)
    {
        if (actor.IsDealer)
            return INeeds.Waiting.These([.. (await surveys.Open(actor, stop)).Select(row => new Need("survey", PortalUrls.Survey(row.Id), words["survey.title"], words["survey.sub"], Ahead(row.LateFrom), row.SentAt))]);
        if (!actor.Is(Role.ServiceAssistant) || await list.For(new(IsMine: true), actor, stop) is not { } view) return INeeds.Waiting.None;
        return new([.. view.Rows.Select(row => new Need("call", PortalUrls.Callback(row.Id), row.Dealer, words.Say("callbacks.detail", Fact.Word("tier." + row.Tier), Fact.Of(row.Phone ?? "–")), row.LateFrom, row.LateFrom - Duration.FromDays(3)))],
            view.Counts[CallbackList.Tab.Today]);
    }

    // The day is the assistant's to keep: a dealer whose answer comes after it has missed nothing.
    private Instant? Ahead(Instant lateFrom) => lateFrom > clock.GetCurrentInstant() ? lateFrom : null;
}
