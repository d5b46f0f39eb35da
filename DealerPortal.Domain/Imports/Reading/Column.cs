namespace DealerPortal.Domain.Imports.Reading;

/// <summary>A column of a file: its key, and the headings by which it is known.</summary>
/// <param name="Key">Also the key of its explanation, <c>imports.column.KEY</c>.</param>
/// <param name="Zh">The heading in the Chinese template.</param>
/// <param name="En">The heading in the English template.</param>
/// <param name="Example">A value as it may stand there.</param>
public sealed record Column(string Key, string Zh, string En, bool IsRequired, string Example)
{
    /// <summary>Whether a heading means this column: capitals, blanks, <c>_</c> and <c>-</c> do not matter.</summary>
    public bool IsCalled(string heading) => Plain(heading) is var plain && (plain == Plain(Zh) || plain == Plain(En));

    private static string Plain(string heading) =>
        string.Concat(heading.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('_' or '-'))).ToLowerInvariant();
}
