using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;
using DealerPortal.Web.Words;
using MudBlazor;

namespace DealerPortal.Tests.Controls;

/// <summary>MudBlazor says nothing in a language the reader did not choose, and no place of its sentences is missed: a wrong one would end the circuit.</summary>
public sealed partial class MudWordsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly PortalMudLocalizer words = new();

    private static Dictionary<string, string> Library { get; } =
        new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudTheme).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, true)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    [Fact]
    public void The_library_asks_for_as_many_words_as_were_translated()
    {
        Assert.True(Library.Count >= 155, $"{Library.Count} words found.");
        Offences.None(Lexicon.Chinese.Keys.Where(key => key.StartsWith("mud.", StringComparison.Ordinal) && !Library.ContainsKey(key["mud.".Length..])).Select(key => $"{key}: MudBlazor does not ask for it"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_word_it_asks_for_has_a_text_with_the_same_places(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Offences.None(Library.Where(word => words[word.Key].ResourceNotFound).Select(word => $"{word.Key} ({word.Value}): no text"));
        Offences.None(Library.Where(word => !Places(words[word.Key].Value).SetEquals(Places(word.Value))).Select(word => $"{word.Key}: {words[word.Key].Value}, but {word.Value}"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_text_can_be_filled(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        foreach (var (key, text) in Library)
        {
            var filled = words[key, [.. Places(text).Select(place => (object)$"<{place[1..^1]}>")]].Value;
            Assert.DoesNotMatch(Place(), filled);
            Assert.Equal(Places(text).Count, Regex.Count(filled, @"<\d>"));
        }
    }

    [Fact]
    public void Chinese_readers_read_Chinese_and_English_readers_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Assert.Equal("上个月 2月", words["MudBaseDatePicker_PrevMonth", "2月"].Value);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("Previous month Feb", words["MudBaseDatePicker_PrevMonth", "Feb"].Value);
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
