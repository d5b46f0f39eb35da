using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace DealerPortal.Domain.Notices;

/// <summary>Posts each notice as JSON to the one address that the settings name, signed, so that a company's own systems can send it on.</summary>
/// <remarks>The header <c>Portal-Signature: t=SECONDS,v1=HEX</c> is the HMAC-SHA256, with the secret, of <c>SECONDS.BODY</c>; <c>Portal-Delivery</c> names the
/// entry and is the same at every attempt. Anything in the two hundreds means that it arrived. Redirects are not followed: the address is the one that was agreed.</remarks>
public sealed class Webhook(PortalSettings settings, IHttpClientFactory clients, IClock clock) : INoticeChannel
{
    public string Code => PortalSettings.WebhookChannel;

    public async Task<Delivery> Send(NoticeLetter letter, CancellationToken stop)
    {
        using var client = clients.CreateClient(WebhookSetup.Client);
        using var request = Request(letter);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var fault = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? Delivery.Arrived
                : answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError ? Delivery.Unreachable(fault)
                : Delivery.Refused(fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return Delivery.Unreachable(fault.Message);
        }
    }

    private HttpRequestMessage Request(NoticeLetter letter)
    {
        var body = Body(letter);
        var seconds = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Portal-Delivery", letter.Id.ToString());
        request.Headers.Add("Portal-Signature", $"t={seconds},v1={Sign(settings.Webhook.Secret!, seconds, body)}");
        return request;
    }

    // Facts as the portal stores them (kind letter and value, see Fact): the receiver says them in its own words.
    private byte[] Body(NoticeLetter letter) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        delivery = letter.Id,
        key = letter.Key,
        kind = letter.Kind.ToString(),
        subject = letter.Subject,
        address = settings.Http.PublicUrl?.TrimEnd('/') + letter.Path,
        at = letter.At.ToString(),
        dueAt = letter.DueAt?.ToString(),
        facts = letter.Facts.Select(fact => fact.Text),
        to = new { id = letter.To.Id, userName = letter.To.UserName, name = letter.To.Name, dealer = letter.To.DealerId, language = letter.To.Language },
    });

    private static string Sign(string secret, string seconds, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds + "."), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
