namespace DealerPortal.Domain.Accounts;

/// <summary>What a password must be: long rather than curious, and not what everybody tries first.</summary>
public static class Password
{
    public const int MinLength = 10;

    public const int MaxLength = 128;

    private const int DifferentLetters = 5;

    /// <summary>Why the password will not do, or null when it will.</summary>
    public static Refusal? Check(string? password, string userName) => password switch
    {
        null or { Length: < MinLength } => new("accounts.password-short", null, "password", Fact.Number(MinLength)),
        { Length: > MaxLength } => new("accounts.password-long", null, "password", Fact.Number(MaxLength)),
        _ when password.Distinct().Count() < DifferentLetters || password.Contains(userName, StringComparison.OrdinalIgnoreCase) => new("accounts.password-plain", null, "password"),
        _ => null,
    };
}
