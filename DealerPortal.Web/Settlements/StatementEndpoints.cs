using DealerPortal.Domain;
using DealerPortal.Domain.Settlements;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Parts;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Settlements;

/// <summary>A statement as a file: for those who may see its page, and not there for anybody else.</summary>
public static class StatementEndpoints
{
    public static void MapStatements(this IEndpointRouteBuilder app) => app.MapGet(PortalUrls.StatementFilePattern, Workbook);

    private static async Task<IResult> Workbook(Guid id, HttpContext context, BatchSheet sheets, Wording words, PortalSettings settings)
    {
        if (await sheets.For(id, SignedInActor.From(context), context.RequestAborted) is not { } sheet) return Results.NotFound();

        context.Response.Headers.CacheControl = "no-store";
        var company = Wording.IsEnglish ? settings.Company.NameEn : settings.Company.Name;
        return Results.File(StatementWorkbook.Of(sheet, words, company), FormattedSheet.MediaType, $"{sheet.Number}.xlsx");
    }
}
