using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>A person chooses the language of his screens, on every device from the next sign-in on.</summary>
public sealed class ChooseLanguage(PortalWork work)
{
    public sealed record Request(string Language);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == actor.UserId, stop) is not { } user) return Refusal.NotFound;
        user.Speak(request.Language);
        return Outcome.Done;
    }, stop);
}
