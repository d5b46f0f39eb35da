using System.Globalization;
using System.Text;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Text cut into what can be found: Chinese into pairs of neighbouring characters, since nothing stands between its words; Latin words and numbers whole.</summary>
/// <remarks>Each run of Chinese ends with its last character alone, so that one character is found wherever it stands, and no pair reaches over the end of a run.
/// Databases that cut Chinese by three characters, or not at all, find no word of two.</remarks>
public static class Cut
{
    /// <summary>What is looked for: pieces that stand one behind the other.</summary>
    /// <param name="IsBeginning">The last piece may go on: a single character, or a word that is still being typed.</param>
    public sealed record Wanted(IReadOnlyList<string> Pieces, bool IsBeginning);

    /// <summary>The pieces of a text in their order, as the index keeps them.</summary>
    public static IEnumerable<string> Pieces(string text) => Runs(text).SelectMany(run => run.IsHan ? [.. Pairs(run.Text), run.Text[^1]] : new[] { string.Concat(run.Text) });

    /// <summary>What somebody who types this looks for; every part of it has to be there. At most eight parts.</summary>
    public static IReadOnlyList<Wanted> Asked(string text) => [.. Runs(text).Take(8).Select(run =>
        run.IsHan ? run.Text.Count > 1 ? new Wanted([.. Pairs(run.Text)], IsBeginning: false) : new([run.Text[0]], IsBeginning: true)
        : new([string.Concat(run.Text)], IsBeginning: run.Text.Count > 1))];

    /// <summary>All of it one behind the other: with the gaps it was typed with, or with none between its Chinese words.</summary>
    public static IReadOnlyList<Wanted> AskedInOnePiece(string text)
    {
        var runs = Runs(text).Take(8).ToList();
        if (runs.Count == 0) return [];
        var (asked, joined) = (Asked(text), new List<(bool IsHan, IReadOnlyList<string> Text)>());
        foreach (var run in runs)
            if (run.IsHan && joined is [.., (true, var before)]) joined[^1] = (true, [.. before, .. run.Text]);
            else joined.Add(run);
        return [OneBehindTheOther(runs, asked[^1]), OneBehindTheOther(joined, asked[^1])];
    }

    // As the index keeps them, a run of Chinese that is not the last one with its last character alone behind it.
    private static Wanted OneBehindTheOther(List<(bool IsHan, IReadOnlyList<string> Text)> runs, Wanted last) => new(
        [.. runs.SkipLast(1).SelectMany(run => run.IsHan ? [.. Pairs(run.Text), run.Text[^1]] : new[] { string.Concat(run.Text) }),
            .. runs[^1].IsHan && runs[^1].Text.Count > 1 ? Pairs(runs[^1].Text) : [string.Concat(runs[^1].Text)]], last.IsBeginning && !(runs[^1].IsHan && runs[^1].Text.Count > 1));

    /// <summary>The telling pieces of a longer text, each once: pairs, and words of more than one letter.</summary>
    public static IReadOnlyList<string> Telling(string text, int atMost) =>
        [.. Runs(text).SelectMany(run => run.IsHan ? Pairs(run.Text) : [string.Concat(run.Text)]).Where(piece => piece.Length > 1).Distinct().Take(atMost)];

    private static IEnumerable<string> Pairs(IReadOnlyList<string> run) => run.Zip(run.Skip(1), string.Concat);

    private static IEnumerable<(bool IsHan, IReadOnlyList<string> Text)> Runs(string text)
    {
        List<string> run = [];
        var isHan = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            var counts = Rune.IsLetterOrDigit(rune);
            if (run.Count > 0 && (!counts || IsHan(rune) != isHan))
            {
                yield return (isHan, run);
                run = [];
            }
            if (!counts) continue;
            isHan = IsHan(rune);
            run.Add(rune.ToString());
        }
        if (run.Count > 0) yield return (isHan, run);
    }

    private static bool IsHan(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter
        && rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
