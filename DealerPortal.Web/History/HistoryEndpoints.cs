using System.Globalization;
using System.Text;
using DealerPortal.Domain.History;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;
using NodaTime.Text;

namespace DealerPortal.Web.History;

/// <summary>The record as a file, for those who check it elsewhere.</summary>
public static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder app) => app.MapGet(PortalUrls.HistoryExport, Export);

    /// <summary>The filter that an address asks for; what cannot be read finds nothing rather than everything.</summary>
    internal static HistoryBoard.Filter Filter(string? subject, string? who, string? kind) => new(
        string.IsNullOrWhiteSpace(subject) ? null : Guid.TryParse(subject, out var id) ? id : Guid.Empty,
        who,
        Enum.TryParse<Happening>(kind, out var what) && Enum.IsDefined(what) ? what : null);

    private static IResult Export(string? subject, string? who, string? kind, HttpContext context, HistoryBoard board, Wording words)
    {
        var me = SignedInActor.From(context);
        if (!HistoryBoard.IsFor(me)) return Results.NotFound();

        context.Response.Headers.ContentDisposition = "attachment; filename=\"history.csv\"";
        return Results.Stream(output => Write(output, board.All(Filter(subject, who, kind), me, context.RequestAborted), words), "text/csv; charset=utf-8");
    }

    private static async Task Write(Stream output, IAsyncEnumerable<HistoryBoard.Entry> entries, Wording words)
    {
        // The mark tells spreadsheets that the file is UTF-8.
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteLineAsync("number,at,who,from,kind,sentence,subject,dealer,clause,hash");
        await foreach (var entry in entries)
            await writer.WriteLineAsync(string.Join(',', Columns(entry, words).Select(Cell)));
    }

    private static string[] Columns(HistoryBoard.Entry entry, Wording words) =>
    [
        entry.Number.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(entry.At), entry.IsPrivate ? words["history.private"] : entry.Who ?? "", entry.From, entry.What.ToString(),
        words.Say("happening." + entry.What, entry.Facts), entry.Subject.ToString(), entry.DealerId?.ToString() ?? "", entry.Clause?.ToString() ?? "", entry.Hash,
    ];

    /// <summary>One cell, quoted; a text that a spreadsheet would take for a formula is marked as text.</summary>
    public static string Cell(string text) =>
        "\"" + (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
