using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>One call to the hotline: who called, what was said, what became of it. Never changed.</summary>
public sealed class Call
{
    private Call() { }

    public Call(Guid id, Caller caller, CallKind kind, string text, Guid? caseId, Actor by, Instant now)
    {
        (Id, Kind, Text, CaseId, TakenBy, TakenByName, At) = (id, kind, text.Trim(), caseId, by.UserId!.Value, by.Name, now);
        (DealerId, CallerName, Number, Digits) = (caller.DealerId, caller.Trimmed().Name, caller.Trimmed().Number, caller.Digits);
    }

    /// <summary>Made by the desk when the call began, so that taking it down twice is once.</summary>
    public Guid Id { get; private set; }

    public Guid? DealerId { get; private set; }

    public string CallerName { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Digits { get; private set; } = "";

    public CallKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The case that it became.</summary>
    public Guid? CaseId { get; private set; }

    public Guid TakenBy { get; private set; }

    public string TakenByName { get; private set; } = "";

    public Instant At { get; private set; }

    /// <summary>Who sits at the desk: after-sales and its assistants.</summary>
    public static bool MayTake(Actor actor) => actor.IsAny(Role.ServiceAssistant, Role.AfterSalesAgent, Role.AfterSalesSupervisor);
}
