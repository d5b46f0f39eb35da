using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace DealerPortal.Domain.Notices;

/// <summary>The HTTP client of the webhook.</summary>
/// <remarks>It tries once: the outbox is what tries again, and a POST sent twice would be told twice.</remarks>
public static class WebhookSetup
{
    /// <summary>Names the client.</summary>
    public const string Client = "webhook";

    /// <summary>So many attempts in a row that nobody answered, and for a while none is made.</summary>
    public const int FailuresBeforeRest = 3;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddWebhook(this IServiceCollection services)
    {
        services.AddSingleton<INoticeChannel, Webhook>();
        services.AddHttpClient(Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            })
            .AddResilienceHandler(Client, Bound);
        return services;
    }

    // Its default question counts what the webhook counts as "nobody there": no connection, no answer in time, 408, 429 and 5xx.
    private static void Bound(ResiliencePipelineBuilder<HttpResponseMessage> attempt, ResilienceHandlerContext context)
    {
        attempt.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        attempt.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            MinimumThroughput = FailuresBeforeRest,
            FailureRatio = 1,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = Rest,
        }).AddTimeout(Patience);
    }
}
