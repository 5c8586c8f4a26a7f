using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Croisee;

/// <summary>The list of doors and the pipeline, nothing else.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var verb = args.FirstOrDefault() ?? "demo";
        if (verb is "help" or "--help" or "-h" or "aide") return await Help();
        try
        {
            var settings = Settings.Parse(args.Skip(1).ToArray());
            if (verb is not ("serve" or "demo")) return await RunVerb(verb, args, settings);
            await using var app = Build(verb == "demo", settings);
            await Serving.Run(app, settings);
        }
        catch (CannotServe e) { Console.Error.WriteLine(e.Message); return 1; }
        return 0;
    }

    public static WebApplication Build(bool demo, Settings settings, Action<WebApplicationBuilder>? tweak = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Settings.ContentRoot, ApplicationName = "croisee" });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(Site.ServerLimits.Apply);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Below every other setting: each request would carry a trace and a scope for lines that this level never writes. docs/operations.md says how to have them.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", nameof(LogLevel.None))] });
        tweak?.Invoke(builder);
        SecretFiles.Apply(builder.Configuration);
        OpenDoors(builder, demo, settings);
        var app = builder.Build();
        Data.Room.Wake(app.Services);
        Pipeline(app, settings);
        return app;
    }

    static void OpenDoors(WebApplicationBuilder builder, bool demo, Settings settings)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new DemoMode(demo));
        services.AddSingleton(settings);
        var storage = Storage.From(settings.Database, settings.DataFolder);
        Data.Room.Open(services, storage, settings.Bench);
        Files.Room.Open(services, Files.FileSettings.Read(settings.DataFolder, builder.Configuration["CROISEE_CLAMAV"], builder.Environment.WebRootPath, builder.Configuration.GetValue<int?>(Files.FileSettings.DaySetting)));
        Jobs.Room.Open(services);
        Journal.Room.Open(services);
        Words.Room.Open(services);
        Mail.Room.Open(services, MailSettings.Read(builder.Configuration, settings.DataFolder) with { Origin = settings.Origin, KeepsSentText = demo });
        Ui.Room.Open(services);
        People.Room.Open(services);
        Framework.Room.Open(services);
        Groups.Room.Open(services);
        Deliberation.Room.Open(services);
        Surveys.Room.Open(services);
        Experiences.Room.Open(services);
        Review.Room.Open(services);
        Library.Room.Open(services);
        Office.Room.Open(services);
        Site.Room.Open(services);
    }

    static void Pipeline(WebApplication app, Settings settings)
    {
        app.UseProxies();
        app.UseStrictHeaders(settings.Origin.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (settings.Bench) StatementCount.UseStatementCount(app);
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseOwnForms();
        app.UseUnreadableForms();
        app.UseStoreAway();
        app.UseCookiePolicy();
        app.UseReadingMode();
        app.UseRouting();
        app.UseFormSizes();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }

    static async Task<int> RunVerb(string name, string[] args, Settings settings)
    {
        await using var app = Build(demo: false, settings);
        var verb = app.Services.GetServices<Verb>().FirstOrDefault(v => v.Name == name);
        if (verb is null) { Console.Error.WriteLine($"Verbe inconnu : {name}."); await Help(); return 2; }
        return await verb.Run(app.Services, Settings.Rest(args));
    }

    static async Task<int> Help()
    {
        await using var app = Build(demo: false, Settings.Parse([]));
        Console.WriteLine(Settings.Help);
        foreach (var verb in app.Services.GetServices<Verb>()) Console.WriteLine($"  croisee {verb.Usage,-40} {verb.Help}");
        return 0;
    }
}
