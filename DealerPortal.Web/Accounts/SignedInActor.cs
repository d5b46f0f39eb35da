using DealerPortal.Domain.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;

namespace DealerPortal.Web.Accounts;

/// <summary>Hands the person signed in, as an <see cref="Actor"/>, to everything inside it; null where nobody is.</summary>
public sealed class SignedInActor : ComponentBase
{
    private Actor? me;

    [CascadingParameter] public Task<AuthenticationState>? Session { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>The person behind a request.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint allows the anonymous and should not ask.</exception>
    public static Actor From(HttpContext context) =>
        TryFrom(context) ?? throw new InvalidOperationException($"Nobody is signed in at {context.Request.Path}. Let the fallback policy guard it, or do not ask who acts.");

    /// <summary>The person behind a request, or null when nobody is signed in.</summary>
    public static Actor? TryFrom(HttpContext context) => PersonClaims.Read(context.User, ConnectionClaim.AddressOf(context));

    // When the session ends, the page is taken away by its router; until then it keeps the person it was opened by, and never meets nobody.
    protected override async Task OnParametersSetAsync() => me = (Session is null ? null : PersonClaims.Read((await Session).User)) ?? me;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<Actor?>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<Actor?>.Value), me);
        builder.AddComponentParameter(2, nameof(CascadingValue<Actor?>.ChildContent), ChildContent);
        builder.CloseComponent();
    }
}
