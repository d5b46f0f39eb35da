using DealerPortal.Web.Words;

namespace DealerPortal.Web.Settlements;

/// <summary>The cause of a delay in a word, one that nobody has decided included.</summary>
internal static class CauseName
{
    public static string Of(Wording words, string? cause) => words.Alone(cause is null ? "statement.undecided" : "late-cause." + cause);
}
