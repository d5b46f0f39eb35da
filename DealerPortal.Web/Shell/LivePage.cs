using System.Globalization;
using System.Runtime.CompilerServices;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Components;

namespace DealerPortal.Web.Shell;

/// <summary>A page that reads itself again whenever its topic changes, until the person leaves it.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly SemaphoreSlim reading = new(1);
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;
    private readonly List<IDisposable> subscriptions = [];
    private bool isTakenOver;

    [Inject] private ChangeFeed Feed { get; set; } = default!;

    [Inject] private PageReads Reads { get; set; } = default!;

    /// <summary>Whose change makes the page read itself again.</summary>
    protected abstract string Topic { get; }

    /// <summary>Further topics, such as the several regions of one person.</summary>
    protected virtual IEnumerable<string> AlsoTopics => [];

    /// <summary>Reads what the page shows. Called at the start, when an address parameter changes, and after each change of a topic.</summary>
    protected abstract Task Load();

    /// <summary>Ends every read when the person leaves; a write, once pressed, is finished and takes no token.</summary>
    protected CancellationToken Leaving => leaving.Token;

    // Subscribe first, then load: nothing that happens in between is missed.
    protected override async Task OnParametersSetAsync()
    {
        Unsubscribe();
        if (RendererInfo.IsInteractive)
            foreach (var topic in Watched) subscriptions.Add(Feed.On(topic, () => InvokeAsync(Refresh)));
        await LoadAlone();
        isTakenOver = true;
    }

    private IReadOnlyList<string> Watched => [.. AlsoTopics.Prepend(Topic).Append(Topics.Clock).Distinct()];

    /// <summary>A read of <see cref="Load"/> that the first HTML and its circuit share, unless a topic changed in between; every later one reads anew.</summary>
    protected async Task<T> Once<T>(Func<Task<T>> read, [CallerArgumentExpression(nameof(read))] string what = "")
    {
        var name = $"{GetType().Name} {Topic} {what}";
        if (!RendererInfo.IsInteractive) return await Reads.Keep(name, read);
        if (isTakenOver) return await read();
        var (isThere, value) = await Reads.Take<T>(name, Watched);
        return isThere ? value! : await read();
    }

    /// <summary>Reads again now, for instance after an action of this page.</summary>
    protected async Task Refresh()
    {
        if (leaving.IsCancellationRequested) return;

        // The news comes from whoever made the change, and in his language; the page is read in its reader's.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
        try
        {
            await LoadAlone();
            if (!leaving.IsCancellationRequested) StateHasChanged();
        }
        catch (Exception fault) when (fault is not ObjectDisposedException)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    // One read at a time, so that an older answer never replaces a newer one.
    private async Task LoadAlone()
    {
        try
        {
            await reading.WaitAsync(Leaving);
            try { await Load(); }
            finally { reading.Release(); }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested) { }
    }

    private void Unsubscribe()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
        subscriptions.Clear();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What else a page must let go of; call the base.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || leaving.IsCancellationRequested) return;
        leaving.Cancel();
        Unsubscribe();
    }
}
