using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>One call that was made, and what came of it.</summary>
public sealed class CallAttempt
{
    private CallAttempt() { }

    internal CallAttempt(Guid id, Guid callbackId, CallOutcome outcome, string? note, Actor by, Instant now) =>
        (Id, CallbackId, Outcome, Note, By, ByName, At) = (id, callbackId, outcome, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by.UserId, by.Name, now);

    /// <summary>Made by the form, so that a call that is recorded twice is one.</summary>
    public Guid Id { get; private set; }

    public Guid CallbackId { get; private set; }

    public CallOutcome Outcome { get; private set; }

    public string? Note { get; private set; }

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public Instant At { get; private set; }
}
