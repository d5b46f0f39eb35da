using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>A call becomes a complaint: filed as every complaint is, with the caller and what was typed, and the call taken down with it.</summary>
public sealed class FileFromCall(FileComplaint file, Discretion discretion, PortalWork work, IClock clock)
{
    /// <param name="CallId">Becomes the case's id too: a call becomes one case, however often it is sent.</param>
    /// <param name="TakesUp">The regulation leaves it to after-sales whether this dealer's complaint is taken up, and the desk does.</param>
    public sealed record Request(Guid CallId, Caller Caller, string? Family, string? Category, Guid? OrderId, string Text, bool KnowsPaidService = false, bool TakesUp = false);

    public async Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!Call.MayTake(actor)) return Refusal.NotAllowed;
        if (request.Caller.DealerId is not { } dealer) return new Refusal("call.dealer-missing", null, "find");
        if (!request.TakesUp && await discretion.For(dealer, stop) is { } clause) return new Refusal("call.discretion-first", clause, "takes-up");

        var form = new DraftForm
        {
            Source = CaseSource.Hotline,
            Family = request.Family,
            Category = request.Category,
            OrderId = request.OrderId,
            Description = request.Text,
            Caller = request.Caller.Trimmed().Said,
        };
        var filed = await file.Run(new(request.CallId, dealer, form, request.KnowsPaidService), actor, stop);
        if (!filed.IsDone) return filed;
        // The case is filed whatever becomes of the note of the call; sent again, both are found.
        var taken = await work.Do(actor, async db => new((await NoteCall.Take(db,
            new(request.CallId, request.Caller, CallKind.Complaint, request.Text), filed.Value, actor, clock.GetCurrentInstant(), stop)).Refusal), stop);
        return taken.IsDone ? filed : taken.Refusal!;
    }
}
