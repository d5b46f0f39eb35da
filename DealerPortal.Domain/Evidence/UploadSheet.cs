using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Evidence;

/// <summary>How far one upload has come: what a sender asks before going on.</summary>
public sealed class UploadSheet(PhotoDesk desk, PhotoStore store)
{
    /// <summary>The same answer as when it was announced; refused for "not yours" and "not there".</summary>
    public async Task<Outcome<StartUpload.Answer>> For(Guid id, Actor actor, CancellationToken stop)
    {
        var found = await desk.Find(id, actor, stop);
        return found.Refusal is { } refusal ? refusal
            : found.Value is not null ? new StartUpload.Answer(id, store.Sent(id), IsDone: false)
            : new StartUpload.Answer(id, 0, IsDone: true);
    }
}
