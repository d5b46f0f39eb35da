using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Hotline;

/// <summary>Who reads what was said on the phone: those who sit at the desk, and the auditor. No dealer, not even of himself, and no one else.</summary>
internal static class CallReach
{
    public static IQueryable<Call> SeenBy(this IQueryable<Call> calls, Actor actor) => May(actor) ? calls : calls.Where(_ => false);

    public static IQueryable<PromisedCall> SeenBy(this IQueryable<PromisedCall> promises, Actor actor) => May(actor) ? promises : promises.Where(_ => false);

    private static bool May(Actor actor) => actor.IsStaff && (Call.MayTake(actor) || actor.Is(Role.Auditor));
}
