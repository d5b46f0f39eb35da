using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Policies;
using DealerPortal.Web.Controls;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using NodaTime.Testing;
using IClock = NodaTime.IClock;

namespace DealerPortal.Tests.Support;

/// <summary>A component on its own, with the portal's words, MudBlazor's services and the places where its dialogs and lists appear.</summary>
public abstract class ComponentTest : BunitContext, IAsyncLifetime
{
    protected ComponentTest()
    {
        Read("zh-CN");
        Services.AddControls().AddLogging();
        Services.AddSingleton<IClock>(Clock).AddSingleton(Books.Shipped).AddSingleton(new PortalSettings()).AddSingleton<Moments>().AddSingleton<Wording>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Keeper = JSInterop.SetupModule("./keep.js");
        Keeper.Mode = JSRuntimeMode.Loose;
        Person = this.AddAuthorization();
        Popovers = Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>(provider => provider.Add(p => p.CloseOnEscapeKey, true));
    }

    protected FakeClock Clock { get; } = new(Shanghai.At("2026-03-02 09:00"));

    protected BunitAuthorizationContext Person { get; }

    /// <summary>The script that mirrors kept forms.</summary>
    protected BunitJSModuleInterop Keeper { get; }

    /// <summary>Where lists and calendars appear.</summary>
    protected IRenderedComponent<MudPopoverProvider> Popovers { get; }

    /// <summary>Where dialogs appear.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs { get; }

    /// <summary>The reader's language from here on.</summary>
    protected static void Read(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's services can only be disposed of asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();
}
