using DealerPortal.Domain.Policies;

namespace DealerPortal.Domain;

/// <summary>A polite "no": what was refused, under which clause, and at which field of the form. The words are the reader's, by the code.</summary>
/// <param name="Code">Key of the sentence that says what is wrong and what to do next, such as <c>pick-up.photos-missing</c>.</param>
/// <param name="Field">The field of the request that has to change, or null when none does.</param>
public sealed record Refusal(string Code, Clause? Clause = null, string? Field = null, params Fact[] Facts)
{
    /// <summary>Two people changed the same thing at the same time, twice: the reader looks again and decides again.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("changed-meanwhile");

    /// <summary>The same answer for "not there" and "not yours".</summary>
    public static Refusal NotFound { get; } = new("not-found");

    /// <summary>The person's role does not allow this.</summary>
    public static Refusal NotAllowed { get; } = new("not-allowed");
}

/// <summary>What became of an action: done, or refused with a reason. An exception is a bug, never an answer.</summary>
public sealed record Outcome(Refusal? Refusal = null)
{
    public static Outcome Done { get; } = new();

    public bool IsDone => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);

    public static Outcome<T> Of<T>(T value) => new(value, null);
}

/// <summary>What became of an action that answers with a value.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
{
    public bool IsDone => Refusal is null;

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);
}
