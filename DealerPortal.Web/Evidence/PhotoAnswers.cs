using DealerPortal.Domain;
using DealerPortal.Domain.Evidence;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Antiforgery;

namespace DealerPortal.Web.Evidence;

/// <summary>What the photo addresses say to the script that calls them, and what they ask of it.</summary>
internal static class PhotoAnswers
{
    /// <summary>A refusal by its code and in the reader's words.</summary>
    public static IResult Refuse(this Wording words, Refusal refusal) =>
        Results.Json(new { code = refusal.Code, words = words.Say(refusal), sent = refusal.Code == "photo.out-of-place" ? refusal.Facts[0].Value : null }, statusCode: StatusOf(refusal));

    /// <summary>Shuts out requests that another site made in the person's name.</summary>
    public static async ValueTask<object?> CheckAntiforgery(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(call)
            : http.RequestServices.GetRequiredService<Wording>().Refuse(new Refusal("photo.token-stale"));
    }

    /// <summary>The body, or null when it has more bytes than this. It is not read further than that.</summary>
    public static async Task<byte[]?> ReadBody(HttpRequest request, int limit, CancellationToken stop)
    {
        if (request.ContentLength > limit) return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var piece = new byte[32 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, stop)) > 0;)
        {
            if (body.Length + read > limit) return null;
            body.Write(piece, 0, read);
        }
        return body.ToArray();
    }

    public static Refusal PieceTooLarge { get; } = new("photo.piece-too-large", null, null, Fact.Number(SendPiece.MaxBytes / 1024));

    private static int StatusOf(Refusal refusal) => refusal.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "not-allowed" => StatusCodes.Status403Forbidden,
        "changed-meanwhile" or "photo.out-of-place" => StatusCodes.Status409Conflict,
        "photo.too-large" or "photo.piece-too-large" or "photo.longer-than-said" => StatusCodes.Status413PayloadTooLarge,
        "photo.token-stale" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
