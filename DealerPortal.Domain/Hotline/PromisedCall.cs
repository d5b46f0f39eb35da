using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>A promise to call somebody back by a time: whose it is, and how it was kept.</summary>
public sealed class PromisedCall : IRoot
{
    private PromisedCall() { }

    public PromisedCall(Guid id, Call call, Instant due, Actor by, Instant now)
    {
        (Id, CallId, DealerId, CallerName, Number, About) = (id, call.Id, call.DealerId, call.CallerName, call.Number, call.Text);
        (DueAt, PromisedAt, PromisedBy, OwnerId, OwnerName) = (due, now, by.Name, by.UserId!.Value, by.Name);
    }

    public Guid Id { get; private set; }

    public Guid CallId { get; private set; }

    public Guid? DealerId { get; private set; }

    public string CallerName { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>By when, exclusive.</summary>
    public Instant DueAt { get; private set; }

    public Instant PromisedAt { get; private set; }

    public string PromisedBy { get; private set; } = "";

    /// <summary>Who calls; at first whoever promised it.</summary>
    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public Instant? KeptAt { get; private set; }

    public string? KeptBy { get; private set; }

    public string? Result { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => KeptAt is null;

    /// <summary>The call was made; what came of it. Saying it twice is once; of two who call the first has it.</summary>
    public Outcome<bool> Keep(string result, Actor actor, Instant now)
    {
        if (KeptAt is not null) return KeptBy == actor.Name ? false : new Refusal("call.kept-already", null, null, Fact.Of(KeptBy!), Fact.At(KeptAt.Value));
        if (string.IsNullOrWhiteSpace(result)) return new Refusal("call.result-missing", null, "result");
        (KeptAt, KeptBy, Result) = (now, actor.Name, result.Trim());
        return true;
    }

    /// <summary>A colleague calls in place of whoever promised it.</summary>
    public Outcome<bool> TakeOver(Actor actor)
    {
        if (KeptAt is { } at) return new Refusal("call.kept-already", null, null, Fact.Of(KeptBy!), Fact.At(at));
        if (OwnerId == actor.UserId) return false;
        (OwnerId, OwnerName) = (actor.UserId!.Value, actor.Name);
        return true;
    }
}
