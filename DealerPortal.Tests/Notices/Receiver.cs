using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Tests.Notices;

/// <summary>A company's own system that notices are posted to, on a real port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>What it answers next.</summary>
    public Func<int> Answer { get; set; } = () => 200;

    public ConcurrentQueue<Post> Posts { get; } = [];

    public string Url => app.Urls.First() + "/hook";

    public sealed record Post(string Delivery, string Signature, string Body);

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver.app.MapPost("/hook", receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Posts.Enqueue(new(context.Request.Headers["Portal-Delivery"]!, context.Request.Headers["Portal-Signature"]!, await reader.ReadToEndAsync()));
        context.Response.StatusCode = Answer();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
