using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Words;

namespace DealerPortal.Tests.Words;

/// <summary>Every sentence exists in both languages, is used, and is there when it is asked for.</summary>
public sealed partial class WordsTests
{
    // Prefixes whose ends come from data: a policy pack, an enum, a job's name.
    private static readonly string[] Open = ["refusal.", "step.", "happening.", "role.", "family.", "notice.", "job.", "need.", "region.", "stage.", "measure."];

    private static readonly IReadOnlyList<Source.File> Code = Source.Files(["DealerPortal.Domain", "DealerPortal.Web", "DealerPortal.Jobs"], ".cs", ".razor");

    [Fact]
    public void Both_languages_know_the_same_keys()
    {
        Offences.None(Lexicon.Chinese.Keys.Except(Lexicon.English.Keys).Select(key => $"{key}: not in English"));
        Offences.None(Lexicon.English.Keys.Except(Lexicon.Chinese.Keys).Select(key => $"{key}: not in Chinese"));
    }

    [Fact]
    public void Both_languages_put_the_same_facts_into_a_sentence() => Offences.None(Lexicon.Chinese.Keys
        .Where(key => !Places(Lexicon.Chinese.Find(key)!).SetEquals(Places(Lexicon.English.Find(key) ?? ""))));

    [Fact]
    public void Chinese_is_Chinese_and_English_is_English()
    {
        Offences.None(Lexicon.English.Keys.Where(key => Han().IsMatch(Lexicon.English.Find(key)!) && !key.StartsWith("app.language", StringComparison.Ordinal)));
        Assert.DoesNotContain(Lexicon.Chinese.Keys, key => Lexicon.Chinese.Find(key)!.Length == 0);
    }

    [Fact]
    public void Every_word_that_code_asks_for_is_there() => Offences.None(Asked().Where(asked => Lexicon.Chinese.Find(asked.Key) is null).Select(asked => $"{asked.Key} in {asked.Path}").Distinct());

    [Fact]
    public void Every_kind_of_happening_notice_and_run_and_every_role_has_its_words() => Offences.None(
        Enum.GetNames<Happening>().Select(name => "happening." + name)
            .Concat(Enum.GetNames<NoticeKind>().Select(name => "notice." + name))
            .Concat(Enum.GetNames<NoticeKind>().Select(name => "notice-kind." + name))
            .Concat(Enum.GetNames<RunState>().Select(name => "job.state." + name))
            .Concat(Enum.GetNames<Role>().Select(name => "role." + name)).Where(key => Lexicon.Chinese.Find(key) is null));

    [Fact]
    public void No_word_is_kept_that_nothing_says()
    {
        var text = string.Join('\n', Code.Select(file => file.Text));
        Offences.None(Lexicon.Chinese.Keys.Where(key => !IsSaid(key, text)));
    }

    // W["key"], W.Say("key", …), Fact.Word("key"), new Refusal("code", …), new Step("code", …), and the menu's own list.
    private static IEnumerable<(string Key, string Path)> Asked() =>
        from file in Code
        from match in Uses().Matches(file.Text)
        let prefix = match.Groups["refusal"].Success ? "refusal." : match.Groups["step"].Success ? "step." : ""
        select (prefix + match.Groups["key"].Value, file.Path);

    // A key is said when it stands in the code whole, without its open prefix, or when code makes the end of it: "prefix." + code.
    private static bool IsSaid(string key, string text)
    {
        if (text.Contains($"\"{key}\"", StringComparison.Ordinal)) return true;
        if (Open.FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            return prefix is not ("refusal." or "step.") || text.Contains($"\"{key[prefix.Length..]}\"", StringComparison.Ordinal);
        return Dots(key).Any(dot => text.Contains($"\"{key[..(dot + 1)]}", StringComparison.Ordinal) && (text.Contains($"\"{key[..(dot + 1)]}\"", StringComparison.Ordinal) || text.Contains($"$\"{key[..(dot + 1)]}{{", StringComparison.Ordinal)));
    }

    private static IEnumerable<int> Dots(string key) => Enumerable.Range(0, key.Length).Where(i => key[i] is '.' or '-');

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex("""(?:\bW\[|\bW\.Say\(|Fact\.Word\(|(?<refusal>new Refusal\(\s*)|(?<step>new Step\(\s*))"(?<key>[^"{}]+)"(?=\s*[,)\]])""")]
    private static partial Regex Uses();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
