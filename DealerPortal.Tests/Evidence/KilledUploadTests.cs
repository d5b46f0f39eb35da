using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Evidence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public sealed class KilledUploadTests
{
    private readonly ConcurrentQueue<(Guid Photo, string Sha256)> acknowledged = [];

    [Fact]
    public Task Killed_during_uploads_the_portal_has_lost_nothing_doubled_nothing_and_left_nothing_lying() => KillWhileUploading(2);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_it_has_killed_twenty_times() => KillWhileUploading(20);

    private async Task KillWhileUploading(int kills)
    {
        await using var host = new EvidenceHost();
        await host.InitializeAsync();
        var dealer = await host.AddDealer();
        var (user, cookie) = await host.SignIn(Role.DealerOwner, dealer);
        var subject = Guid.CreateVersion7();
        await host.Db(db => Task.FromResult(db.ComplaintDrafts.Add(new(subject, dealer, user, "{}", Instant.FromUtc(2026, 3, 2, 1, 0)))));
        using var stop = new CancellationTokenSource();
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var sending = Task.Run(() => SendUntil(url, "portal=" + cookie, subject, stop.Token));

        var random = new Random(20260302);
        for (var kill = 1; kill <= kills; kill++)
        {
            var before = acknowledged.Count;
            using var portal = Start(url, host.DataFolder);
            await Answers(url);
            // Every other time not before something was acknowledged, so that kills fall on all steps and yet the work goes on.
            for (var i = 0; kill % 2 == 0 && acknowledged.Count == before && i < 300; i++) await Task.Delay(100);
            await Task.Delay(random.Next(20, 600));
            portal.Kill();
            await portal.WaitForExitAsync();
            await Check(host);
        }
        await stop.CancelAsync();
        await sending;

        await host.Services.GetRequiredService<ClearPhotos>().RunAsOf(Instant.FromUtc(2100, 1, 1, 0, 0), default);
        await Check(host);
        var kept = await host.Db(db => db.Photos.Select(photo => new[] { photo.Sha256, photo.ViewSha256, photo.ThumbSha256 }).ToListAsync());
        var files = Directory.GetFiles(host.Photos, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path));
        Assert.Equal(kept.SelectMany(hashes => hashes).OfType<string>().Distinct().Order(), files.Order());
        Assert.InRange(acknowledged.Count, kills / 2, int.MaxValue);
    }

    // What was acknowledged is there; each photo is there once; each has its file, whole.
    private async Task Check(EvidenceHost host)
    {
        var told = acknowledged.ToArray();
        var photos = await host.Db(db => db.Photos.Select(photo => new { photo.Id, photo.Sha256 }).ToListAsync());
        Assert.Empty(told.Except(photos.Select(photo => (photo.Id, photo.Sha256))));
        Assert.Equal(photos.Count, photos.DistinctBy(photo => photo.Sha256).Count());
        foreach (var photo in photos)
            Assert.Equal(photo.Sha256, PhotoStore.HashOf(await File.ReadAllBytesAsync(Path.Combine(host.Photos, photo.Sha256[..2], photo.Sha256[2..4], photo.Sha256))));
        Assert.Equal(photos.Count, await host.Db(db => db.History.CountAsync(entry => entry.What == Domain.History.Happening.PhotoAdded)));
        SqliteConnection.ClearAllPools();
    }

    private async Task SendUntil(Uri url, string cookie, Guid subject, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var file = Pictures.Png(40, 30, new string('x', 60_000) + number);
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    acknowledged.Enqueue((await Send(url, cookie, subject, file, stop), PhotoStore.HashOf(file)));
                    break;
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
                {
                    // Killed in the middle of it: the same photo again, as a phone would.
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }
    }

    private static async Task<Guid> Send(Uri url, string cookie, Guid subject, byte[] file, CancellationToken stop)
    {
        using var phone = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(1) };
        phone.DefaultRequestHeaders.Add("Cookie", cookie);
        using (var given = await phone.GetAsync(new Uri("/photos/token", UriKind.Relative), stop))
        {
            var token = await Read(given, stop);
            phone.DefaultRequestHeaders.Remove("Cookie");
            phone.DefaultRequestHeaders.Add("Cookie", string.Join("; ", given.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]).Prepend(cookie)));
            phone.DefaultRequestHeaders.Add(token.GetProperty("header").GetString()!, token.GetProperty("token").GetString());
        }
        using var announced = await phone.PostAsJsonAsync(new Uri("/photos/uploads", UriKind.Relative),
            new { subject, kind = "Document", name = "a.png", bytes = file.Length, sha256 = PhotoStore.HashOf(file) }, stop);
        var upload = await Read(announced, stop);
        var id = upload.GetProperty("id").GetGuid();
        for (var at = upload.GetProperty("done").GetBoolean() ? file.Length : upload.GetProperty("sent").GetInt32(); at < file.Length;)
        {
            using var piece = new ByteArrayContent(file, at, Math.Min(8 * 1024, file.Length - at));
            using var taken = await phone.PutAsync(new Uri($"/photos/uploads/{id}?offset={at}", UriKind.Relative), piece, stop);
            at = (await Read(taken, stop)).GetProperty("sent").GetInt32();
        }
        using var finished = await phone.PostAsync(new Uri($"/photos/uploads/{id}/finish", UriKind.Relative), null, stop);
        return (await Read(finished, stop)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        throw new HttpRequestException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
    }

    private static Process Start(Uri url, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", url.ToString(), $"--Portal:DataFolder={folder}", "--Portal:Jobs:Run=false"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        var portal = Process.Start(start)!;
        portal.BeginOutputReadLine();
        return portal;
    }

    private static async Task Answers(Uri url)
    {
        using var anybody = new HttpClient { BaseAddress = url };
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var answer = await anybody.GetAsync(new Uri("/photos/token", UriKind.Relative));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException("The portal did not start within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
