using System.Globalization;
using System.Text.RegularExpressions;
using DealerPortal.Domain;
using DealerPortal.Web.Words;

namespace DealerPortal.Tests.Support;

/// <summary>The portal's sentences as a reader of one language meets them, for tests that name them by key.</summary>
internal static partial class Speech
{
    /// <exception cref="InvalidOperationException">There is no such key: a test that waits for it would wait in vain, and one that misses it would prove nothing.</exception>
    public static string Say(Wording words, string language, string key, Fact[] facts)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var said = words.Say(key, facts);
            return said != $"[{key}]" ? said : throw new InvalidOperationException($"There are no words under '{key}' in {language}.");
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>The sentence as a pattern where a place in it is still open, such as <c>{1}</c>; null where it is whole.</summary>
    public static Regex? Open(string sentence) => !Place().IsMatch(sentence) ? null : new(string.Join(".*?", Place().Split(sentence).Select(Regex.Escape)));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
