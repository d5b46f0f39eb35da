using DealerPortal.Domain;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Controls;
using DealerPortal.Web.Demo;
using DealerPortal.Web.Evidence;
using DealerPortal.Web.History;
using DealerPortal.Web.Imports;
using DealerPortal.Web.Jobs;
using DealerPortal.Web.Settlements;
using DealerPortal.Web.Shell;
using DealerPortal.Web.TimeMachine;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using NodaTime;

if (args is [PictureWorker.Verb, .. var bounds]) return PictureWorker.Run(bounds);

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets().ConfigureKestrel(options => options.AddServerHeader = false);
builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", Optional = false, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
var settings = (builder.Configuration.GetSection("Portal").Get<PortalSettings>() ?? new()).Under(builder.Environment.ContentRootPath);
Directory.CreateDirectory(settings.DataFolder);

#pragma warning disable RS0030 // The one place in this process that hands out the real clock.
builder.Services.AddPortalClock(SystemClock.Instance, builder.Environment, settings);
#pragma warning restore RS0030
// Named here, because tests start this host inside another program.
builder.Services.AddSingleton(new PictureProgram(typeof(Program).Assembly));
builder.Services.AddDealerPortalDomain(settings);
builder.Services.AddDealerPortalJobs(settings);
builder.Services.AddRazorComponents().AddInteractiveServerComponents().RegisterPersistentService<PageReads>(RenderMode.InteractiveServer);
builder.Services.AddControls();
builder.Services.AddShell().AddNeeds();
builder.Services.AddSingleton<DealerPortal.Web.Complaints.CasePresence>().AddHostedService(portal => portal.GetRequiredService<DealerPortal.Web.Complaints.CasePresence>());
builder.Services.AddAccounts(settings).AddSignInLimit(settings).AddHttpSafety(settings).AddPageCompression();
builder.Services.AddDemo(builder.Environment);

var app = builder.Build();
if (args.Contains(VerifyCommand.Name)) return await VerifyCommand.Run(app.Services, Console.Out, app.Lifetime.ApplicationStopping);

// The policy book is read while the database is prepared: neither needs the other.
await Task.WhenAll(Task.Run(app.Services.GetRequiredService<PolicyBook>), app.Services.GetRequiredService<PortalContexts>().Prepare(app.Lifetime.ApplicationStopping));
await app.LoadDemo();
app.UseHttpSafety(settings);
app.UseMudFiles();
app.UseResponseCompression();
app.UseNotFoundPage();
app.UseTimeMachine();
app.UseLanguages();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();
app.UseStaleForms();
app.MapStaticAssets().AllowAnonymous();
app.MapShell();
app.MapAccounts();
app.MapPhotos();
app.MapLinks();
app.MapHistory();
app.MapImports();
app.MapStatements();
app.MapDemo();
app.MapJobDashboard();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
app.OfferSetUp();
await app.RunAsync();
return 0;

/// <summary>The portal's host, named so that tests can start it.</summary>
public partial class Program;
