namespace DealerPortal.Domain.Knowledge;

/// <summary>What an article is found by. The database keeps its own index of the text, in the same transaction, see <see cref="Storage.TextSearch"/>.</summary>
/// <remarks>One text of pieces, each with the letter of its zone before it: <c>a</c> title, <c>b</c> symptom, <c>c</c> cause and remedy, <c>m</c> marks.
/// So both databases tell a word in a title from the same word in a text, and find it by the same expression.</remarks>
public sealed class ArticleTerms
{
    private ArticleTerms() { }

    internal ArticleTerms(Guid articleId, string text) => (ArticleId, Text) = (articleId, text);

    /// <summary>The order in which articles were begun; lists go backwards along it.</summary>
    public long Seq { get; private set; }

    public Guid ArticleId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The pieces of an article. Marks say who may find it, so that an index read is a page of what the reader may see.</summary>
    internal static string Of(ArticleText text, IEnumerable<string> marks) => string.Join(' ',
        Zone('a', text.Title).Concat(Zone('b', text.Symptom)).Concat(Zone('c', text.Cause)).Concat(Zone('c', text.Remedy)).Concat(marks.Select(mark => 'm' + mark)));

    /// <summary>A code of a pack as a mark: letters and digits only.</summary>
    internal static string Mark(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    internal void Write(string text) => Text = text;

    private static IEnumerable<string> Zone(char zone, string text) => Cut.Pieces(text).Select(piece => zone + piece);
}
