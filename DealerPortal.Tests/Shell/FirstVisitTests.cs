using System.Net;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;

namespace DealerPortal.Tests.Shell;

/// <summary>What goes over a weak line at a first visit goes compressed, and what never changes goes once.</summary>
public sealed class FirstVisitTests(PlainHost host) : IClassFixture<PlainHost>
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_goes_out_compressed(string coding)
    {
        using var answer = await Ask(PortalUrls.SignIn, coding);

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task MudBlazor_s_files_are_asked_for_by_version_and_kept_for_a_year()
    {
        using var page = await Ask(PortalUrls.SignIn, "identity");
        var html = await page.Content.ReadAsStringAsync();

        foreach (var file in new[] { MudFiles.Style, MudFiles.Script })
        {
            Assert.Contains($"\"{file}\"", html, StringComparison.Ordinal);
            using var answer = await Ask(file, "identity");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        }
        using var plain = await Ask(MudFiles.Style.Split('?')[0], "identity");
        Assert.Equal("no-cache", plain.Headers.GetValues("Cache-Control").Single());
    }

    private async Task<HttpResponseMessage> Ask(string address, string coding)
    {
        using var browser = new HttpClient { BaseAddress = new(host.Url) };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", coding);
        return await browser.GetAsync(new Uri(address, UriKind.Relative));
    }
}
