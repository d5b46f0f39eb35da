using DealerPortal.Domain;
using DealerPortal.Domain.Evidence;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DealerPortal.Web.Evidence;

/// <summary>Photos over plain HTTP, in and out: never through a circuit, so that they travel while it is gone.</summary>
/// <remarks>In: announce, send pieces from the offset answered, finish. Any step may be repeated. Nobody signed in is a 401, never a page.</remarks>
public static class PhotoEndpoints
{
    public static void MapPhotos(this IEndpointRouteBuilder app)
    {
        var photos = app.MapGroup("/photos").RequireAuthorization().DisableCookieRedirect();
        photos.MapGet("/token", Token);
        photos.MapGet("/of/{subject:guid}", Of);
        photos.MapGet("/{id:guid}/{size:regex(^(thumb|view|original)$)}", Show).WithSecurityHeadersPolicy(HttpSafety.InertFile);

        var changes = photos.MapGroup("").AddEndpointFilter(PhotoAnswers.CheckAntiforgery);
        photos.MapGet("/uploads/{id:guid}", Status);
        changes.MapPost("/uploads", Announce).WithMetadata(new RequestSizeLimitAttribute(16 * 1024));
        changes.MapPut("/uploads/{id:guid}", Piece);
        changes.MapPost("/uploads/{id:guid}/finish", Finish);
        changes.MapDelete("/uploads/{id:guid}", Abandon);
        changes.MapPut("/{id:guid}/copies/{copy:regex(^(thumb|view)$)}", Copy);
        changes.MapDelete("/{id:guid}", Remove);
    }

    /// <param name="Kind">The name of a <see cref="PhotoKind"/>.</param>
    internal sealed record Announced(Guid Subject, Guid? Spot, string? Kind, string? Name, long Bytes, string? Sha256);

    private static IResult Token(HttpContext http, IAntiforgery antiforgery)
    {
        http.Response.Headers.CacheControl = "no-store";
        var tokens = antiforgery.GetAndStoreTokens(http);
        return Results.Json(new { header = tokens.HeaderName, token = tokens.RequestToken, user = SignedInActor.From(http).UserId });
    }

    private static async Task<IResult> Announce(Announced photo, HttpContext http, StartUpload start, Wording words)
    {
        if (!Enum.TryParse<PhotoKind>(photo.Kind, out var kind) || !Enum.IsDefined(kind)) return words.Refuse(Refusal.NotFound);
        var request = new StartUpload.Request(photo.Subject, photo.Spot, kind, photo.Name ?? "", photo.Bytes, photo.Sha256 ?? "");
        return Answer(await start.Run(request, SignedInActor.From(http), http.RequestAborted), words);
    }

    private static async Task<IResult> Status(Guid id, HttpContext http, UploadSheet sheet, Wording words) =>
        Answer(await sheet.For(id, SignedInActor.From(http), http.RequestAborted), words);

    private static IResult Answer(Outcome<StartUpload.Answer> outcome, Wording words) =>
        outcome.Value is { } answer ? Results.Json(new { id = answer.Id, sent = answer.Sent, done = answer.IsDone }) : words.Refuse(outcome.Refusal!);

    private static async Task<IResult> Piece(Guid id, long offset, HttpContext http, SendPiece send, Wording words)
    {
        if (await PhotoAnswers.ReadBody(http.Request, SendPiece.MaxBytes, http.RequestAborted) is not { } body) return words.Refuse(PhotoAnswers.PieceTooLarge);
        var outcome = await send.Run(new(id, offset, body), SignedInActor.From(http), http.RequestAborted);
        return outcome.Refusal is { } refusal ? words.Refuse(refusal) : Results.Json(new { sent = outcome.Value });
    }

    // What has begun is finished whether the sender waits or not.
    private static async Task<IResult> Finish(Guid id, HttpContext http, FinishUpload finish, Wording words)
    {
        var outcome = await finish.Run(id, SignedInActor.From(http), CancellationToken.None);
        return outcome.Refusal is { } refusal ? words.Refuse(refusal) : Results.Json(new { id = outcome.Value });
    }

    private static async Task<IResult> Abandon(Guid id, HttpContext http, AbandonUpload abandon, Wording words) =>
        Nothing(await abandon.Run(id, SignedInActor.From(http), CancellationToken.None), words);

    private static async Task<IResult> Copy(Guid id, string copy, HttpContext http, AddPhotoCopy add, Wording words)
    {
        if (await PhotoAnswers.ReadBody(http.Request, AddPhotoCopy.MaxBytes, http.RequestAborted) is not { } body) return words.Refuse(new Refusal("photo.copy-does-not-fit"));
        return Nothing(await add.Run(new(id, copy == "view" ? PhotoCopy.View : PhotoCopy.Thumb, body), SignedInActor.From(http), CancellationToken.None), words);
    }

    private static async Task<IResult> Remove(Guid id, HttpContext http, RemovePhoto remove, Wording words) =>
        Nothing(await remove.Run(id, SignedInActor.From(http), CancellationToken.None), words);

    private static IResult Nothing(Outcome outcome, Wording words) => outcome.Refusal is { } refusal ? words.Refuse(refusal) : Results.NoContent();

    private static async Task<IResult> Of(Guid subject, HttpContext http, PhotoList list, Wording words)
    {
        http.Response.Headers.CacheControl = "no-store";
        var rows = await list.Of(subject, SignedInActor.From(http), http.RequestAborted);
        return Results.Json(rows.Select(row => new
        {
            id = row.Id,
            spot = row.Spot,
            kind = row.Kind.ToString(),
            sha256 = row.Sha256,
            preview = row.Preview.ToString(),
            view = row.HasView,
            thumb = row.HasThumb,
            original = row.MayTakeOriginal ? "original" : row.HasBare ? "full" : null,
            captured = row.CapturedAt is { } captured ? words.Show(captured) : null,
            received = words.Show(row.ReceivedAt),
        }));
    }

    private static async Task<IResult> Show(Guid id, string size, HttpContext http, PhotoFile file)
    {
        var headers = http.Response.GetTypedHeaders();
        http.Response.Headers.CacheControl = "private, no-cache";
        if (await file.Get(id, Enum.Parse<PhotoFile.Size>(size, ignoreCase: true), SignedInActor.From(http), http.RequestAborted) is not { } content) return Results.NotFound();

        // Kept by the browser, but asked for again each time: a person who may no longer see it does not.
        var tag = new EntityTagHeaderValue($"\"{content.Tag}\"");
        headers.ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return Results.StatusCode(StatusCodes.Status304NotModified);

        headers.ContentDisposition = new(size == "original" ? "attachment" : "inline") { FileName = content.Name };
        return Results.Stream(await content.Open(http.RequestAborted), content.MediaType);
    }
}
