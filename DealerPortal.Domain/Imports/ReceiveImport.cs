using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>Somebody brings a file from the ERP. It is kept, and nothing is taken over yet.</summary>
public sealed class ReceiveImport(PortalWork work, ImportFolder folder, IClock clock)
{
    /// <param name="Id">Made by the form, so that a file that is sent twice waits once.</param>
    public sealed record Request(Guid Id, string FileName, Stream Content);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor)) return Refusal.NotAllowed;

        var kept = await folder.Keep(request.Id, request.Content, stop);
        if (kept.Refusal is { } refusal) return refusal;
        return await work.Do(actor, async db =>
        {
            if (!await db.ImportRuns.AnyAsync(run => run.Id == request.Id, stop))
                db.ImportRuns.Add(new(request.Id, NameOf(request.FileName), kept.Value!.Sha256, kept.Value.Bytes, actor, clock.GetCurrentInstant()));
            return Outcome.Done;
        }, stop);
    }

    // Some browsers send the whole path.
    private static string NameOf(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter)));
        return last.Length <= 200 ? last : last[..200];
    }
}
