using System.Globalization;
using CsvHelper;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Imports.Kinds;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Imports;

/// <summary>The files that the import gives out: templates, and what was refused.</summary>
public static class ImportEndpoints
{
    // The mark tells a spreadsheet that this is UTF-8; the escape keeps it from running a cell that somebody else has written.
    private static readonly CsvWriterOptions Sheet = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapGet(PortalUrls.Import + "/template/{kind}.csv", Template);
        app.MapGet(PortalUrls.Import + "/{id:guid}/problems.csv", Problems);
    }

    private static IResult Template(ImportKind kind, HttpContext context)
    {
        if (!ImportReader.MayImport(SignedInActor.From(context), kind)) return Results.NotFound();

        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, Sheet, leaveOpen: true))
        {
            csv.WriteRecord([.. RowKinds.Of(kind).Columns.Select(column => Wording.IsEnglish ? column.En : column.Zh)]);
        }
        return Results.File(content.ToArray(), "text/csv; charset=utf-8", $"{kind.ToString().ToLowerInvariant()}.csv");
    }

    private static async Task<IResult> Problems(Guid id, HttpContext context, CheckImport check, ImportSheet sheet, Wording w)
    {
        var actor = SignedInActor.From(context);
        if (await sheet.For(id, actor, context.RequestAborted) is not { HasFile: true } run) return Results.NotFound();

        return Results.Stream(async stream =>
        {
            await using var csv = CsvWriter.Create(stream, Sheet, leaveOpen: true);
            await csv.WriteRecordAsync([w["imports.line"], w["imports.column"], w["imports.value"], w["imports.why"]], context.RequestAborted);
            await foreach (var problem in check.Problems(id, actor, context.RequestAborted))
                await csv.WriteRecordAsync([problem.Line.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Value, w.Say(problem.Why)], context.RequestAborted);
        }, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(run.FileName)}-{w["imports.problems"]}.csv");
    }
}
