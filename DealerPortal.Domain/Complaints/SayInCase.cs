using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>A message between dealer and company, or a note among the staff that the dealer never sees.</summary>
public sealed class SayInCase(CaseWork cases)
{
    public const int MaxLength = 4000;

    /// <param name="MessageId">Made by the form, so that sending twice is once.</param>
    public sealed record Request(Guid CaseId, Guid MessageId, string Text, bool IsInternal = false);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, request.IsInternal ? Happening.CaseNoted : Happening.CaseSaid, async open =>
        {
            if (await open.Db.CaseMessages.AnyAsync(message => message.Id == request.MessageId, stop)) return Outcome.Done;
            if (open.Case.Deny(request.IsInternal ? CaseVerb.Note : CaseVerb.Say, actor, open.Now) is { } refusal) return refusal;
            if (string.IsNullOrWhiteSpace(request.Text)) return new Refusal("case.text-missing", null, "text");
            if (request.Text.Length > MaxLength) return new Refusal("case.text-long", null, "text", Fact.Number(MaxLength));

            open.Db.CaseMessages.Add(new(request.MessageId, open.Case, request.Text.Trim(), request.IsInternal, actor, open.Now));
            open.Touch();
            if (request.IsInternal) open.Internally();
            await Tell(open, request);
            return Outcome.Done;
        }, stop);

    // The version does not rise with a message, so the message's own id makes the news one of its own.
    private static Task Tell(OpenCase open, Request request)
    {
        if (request.IsInternal) return Task.CompletedTask;
        var news = new News($"case-message/{request.MessageId:N}", NoticeKind.CaseMessage, open.Case.Id, open.Path, null, Fact.Of(open.Case.Number), Fact.Of(open.Actor.Name));
        return !open.Actor.IsDealer ? open.Db.TellDealer(open.Case.DealerId, news, open.Now, open.Stop)
            : open.Case.OwnerId is { } owner ? open.Db.TellUser(owner, news, open.Now, open.Stop)
            : open.Db.TellRole(Role.AfterSalesAgent, null, news, open.Now, open.Stop);
    }
}
