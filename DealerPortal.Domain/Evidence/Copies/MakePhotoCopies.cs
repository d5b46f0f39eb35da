using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Makes the copies of photos from the pixels of their originals.</summary>
/// <remarks>They take the place of the sender's own, which nobody has to believe.</remarks>
public sealed class MakePhotoCopies(
    IDbContextFactory<PortalDb> contexts, PortalWork work, CopyMaker maker, IEnumerable<IPhotoSubjects> subjects, Sweep sweep,
    IClock clock)
{
    /// <summary>How often it is tried where the decoder was stopped or died; its "I cannot read this" is believed the first time.</summary>
    public const int MostAttempts = 3;

    private static readonly Actor Me = Actor.System("make-copies");

    // Longer than an attempt may take, with its wait for a free decoder; after it, a photo whose maker died is due again.
    private static readonly Duration Claimed = Duration.FromMinutes(5);

    /// <summary>Makes those that are due: of photos whose process ended before they were made, and of older ones.</summary>
    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) => sweep.Walk(
        db => db.Photos.Where(photo => photo.CopiesDueAt <= now).Select(photo => new Due { At = photo.CopiesDueAt!.Value, Id = photo.Id }),
        async id => await MakeFor(id, stop),
        stop);

    /// <summary>Makes the copies of one photo, unless somebody is at it or it is done. Answers whether anything came of it.</summary>
    public async Task<bool> MakeFor(Guid id, CancellationToken stop)
    {
        if (await Claim(id, stop) is not { } photo) return false;
        // Each attempt so far took the whole portal down with it, or was cut off with it.
        if (photo.CopyAttempts > MostAttempts) return await GiveUp(photo, CopyFault.Died);
        try
        {
            var made = await maker.Make(photo, stop);
            if (made.Copies is { } copies) return await Change(photo, known => known.TakeOwn(copies, clock.GetCurrentInstant()));

            var isFinal = made.Fault is CopyFault.TooManyPixels or CopyFault.Undecodable || photo.CopyAttempts == MostAttempts;
            return isFinal && await GiveUp(photo, made.Fault!.Value);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Release(photo.Id);
            throw;
        }
    }

    // One statement: of two that come for the same photo, one finds it claimed.
    private async Task<Photo?> Claim(Guid id, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var until = now + Claimed;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var claimed = await db.Photos.Where(photo => photo.Id == id && photo.CopiesDueAt <= now).ExecuteUpdateAsync(
            set => set
                .SetProperty(photo => photo.CopiesDueAt, until)
                .SetProperty(photo => photo.CopyAttempts, photo => photo.CopyAttempts + 1),
            stop);
        return claimed == 0 ? null : await db.Photos.AsNoTracking().SingleOrDefaultAsync(photo => photo.Id == id, stop);
    }

    // The portal is stopping: the photo had no part in it.
    private async Task Release(Guid id)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Photos.Where(photo => photo.Id == id && photo.CopiesDueAt != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(photo => photo.CopiesDueAt, now)
                .SetProperty(photo => photo.CopyAttempts, photo => photo.CopyAttempts - 1),
            CancellationToken.None);
    }

    private Task<bool> GiveUp(Photo tried, CopyFault fault) => Change(tried, photo => photo.GiveUpCopies(fault));

    // Whatever has begun is written down, also while the portal is stopping.
    private async Task<bool> Change(Photo known, Action<Photo> change)
    {
        var outcome = await work.Do<bool>(Me, async db =>
        {
            if (await db.Photos.SingleOrDefaultAsync(found => found.Id == known.Id, CancellationToken.None) is not { } photo) return false;
            change(photo);
            if (await subjects.Find(db, photo.Subject, Me, CancellationToken.None) is { } subject) db.Announce(subject.Topic);
            return true;
        }, CancellationToken.None);
        return outcome is { IsDone: true, Value: true };
    }
}
