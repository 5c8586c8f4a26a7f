using System.Net;
using Croisee.Data;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>A place whose public address is https.</summary>
public sealed class SecurePlace : Place
{
    public const string Name = "https://croisee.example.org";
    protected override string Origin => Name;
}

/// <summary>What is served and nothing else: no hidden folder, no source, no list of a folder, no debugging; and https said on every answer.</summary>
public sealed class ServedTest(SecurePlace place) : IClassFixture<SecurePlace>
{
    static readonly string[] NotServed =
    [
        "/.git/config", "/.git/HEAD", "/.git/", "/.svn/entries", "/.hg/store", "/.env", "/.gitignore", "/.editorconfig", "/.ci", "/web.config", "/appsettings.json", "/appsettings.Development.json",
        "/croisee.dll", "/croisee.pdb", "/croisee.deps.json", "/croisee.runtimeconfig.json", "/croisee.staticwebassets.endpoints.json", "/croisee.db", "/croisee.key", "/croisee.lock", "/data/croisee.db", "/files/", "/courriels/",
        "/Program.cs", "/Croisee.csproj", "/package.json", "/packages.lock.json", "/node_modules/", "/Properties/launchSettings.json", "/wwwroot/js/device.js", "/js/device.js.map", "/js/device.js~", "/js/device.js.bak", "/bin/", "/obj/",
        "/js/..%2f..%2fcroisee.key", "/js/%2e%2e/%2e%2e/croisee.key", "/js/..%5c..%5ccroisee.key", "/js/%2e%2e%2f%2e%2e%2fcroisee.db",
        "/swagger", "/swagger/index.html", "/metrics", "/health", "/healthz", "/debug", "/trace", "/elmah.axd", "/server-status", "/phpinfo.php", "/actuator",
        "/js", "/js/", "/css", "/css/", "/fonts/", "/lib", "/lib/", "/lib/pictograms/", "/lib/blindrsa/",
    ];

    [Fact]
    public async Task Serves_no_hidden_file_no_source_no_list_and_no_page_of_a_tool()
    {
        var faults = new List<string>();
        using var browser = place.Browser();
        foreach (var path in NotServed)
        {
            using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(place.Address.GetLeftPart(UriPartial.Authority) + path)));
            if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest)) faults.Add($"{path}: {response.StatusCode} {response.Headers.Location}");
        }
        Repo.None(faults, "Only pages and the files of the build's own list are served (ASVS 13.4.1, 13.4.3, 13.4.5):");
        Assert.True(File.Exists(Path.Combine(place.Storage.DataFolder, "croisee.key")), "There is something to ask for.");
    }

    /// <summary>Without a word of the environment the product runs as in production, and nothing in it asks whether it is being developed.</summary>
    [Fact]
    public void Runs_as_in_production_unless_told_otherwise()
    {
        Assert.True(place.App.Environment.IsProduction());
        Repo.None(Repo.Product.Where(f => new[] { "IsDevelopment()", "UseDeveloperExceptionPage", "EnableSensitiveDataLogging", "EnableDetailedErrors", "Debugger." }.Any(w => f.Code.Contains(w, StringComparison.Ordinal))).Select(f => f.Path),
            "What is shown does not depend on who develops (ASVS 13.4.2):");
        Assert.DoesNotContain(References.Product.Members, m => m.Contains("DeveloperExceptionPage", StringComparison.Ordinal));
    }

    /// <summary>On pages, files, ways elsewhere, refusals and errors.</summary>
    [Theory]
    [InlineData("/"), InlineData("/repertoire"), InlineData("/compte"), InlineData("/nulle-part"), InlineData("/erreur/500"), InlineData("/icon.svg"), InlineData("/api/v1/fiches"), InlineData("/api/v1/nulle-part"), InlineData("/repertoire/flux/atom"), InlineData("/experiences/%0A")]
    public async Task Says_on_every_answer_that_it_is_only_reached_by_https(string path)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal("max-age=63072000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    /// <summary>The proxy leads a browser to https. A program that asks in the clear is not led there in silence, and would go on asking: here nothing leads anybody from http to https (ASVS 4.1.2).</summary>
    [Theory]
    [InlineData("/"), InlineData("/api/v1/fiches"), InlineData("/api/v1/openapi.json"), InlineData("/repertoire/fichier/csv"), InlineData("/donnees-ouvertes/catalogue/ttl")]
    public async Task Leads_nobody_in_silence_from_http_to_https(string path)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Null(response.Headers.Location);
        Assert.DoesNotContain(References.Product.Members, m => m.Contains("HttpsRedirection", StringComparison.Ordinal) || m.Contains("HttpsPolicy", StringComparison.Ordinal));
    }

    /// <summary>A fresh instance knows nobody, and no name or password opens anything: the first person who administers is invited.</summary>
    [Fact]
    public async Task Begins_with_nobody() =>
        Assert.Equal((0, 0), await place.Db(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Set<Croisee.People.Person>()), await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Set<Croisee.People.Grant>()))));

    /// <summary>No secret of the base, the mail server or the keys is in what we ship: without a setting there is none (ASVS 13.2.3, 13.3.1).</summary>
    [Fact]
    public void Ships_no_secret_and_no_account_of_a_base_or_a_mail_server()
    {
        Repo.None(Repo.Files("src", "*").Concat(Repo.Files("demo", "*")).Where(f => Path.GetExtension(f) is ".key" or ".pem" or ".pfx" or ".env" or ".p12" || Path.GetFileName(f).StartsWith("appsettings", StringComparison.Ordinal)), "No key and no settings file is part of the sources:");
        Repo.None(Repo.Product.Where(f => System.Text.RegularExpressions.Regex.IsMatch(f.Code, @"(?i)(password|pwd|passwd)\s*=\s*[^\s;""{]+[;""]|-----BEGIN [A-Z ]*PRIVATE KEY|smtps?://(?!nom:motdepasse@)[^"":{\s]+:[^""{\s]+@")).Select(f => f.Path), "No secret is written in a source:");
        var settings = Settings.Parse([]);
        Assert.Null(settings.Database);
        var mail = Croisee.Mail.MailSettings.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), "data");
        Assert.Null(mail.Smtp);
    }
}
