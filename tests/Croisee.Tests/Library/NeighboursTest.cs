using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Two instances serve one base (PostgreSQL): what one takes off the public, the other shows no more either (FAL-R1, S41).</summary>
public sealed class NeighboursTest(Place place) : IClassFixture<Place>
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    async Task<(WebApplication App, Uri Address)> Another()
    {
        var app = Program.Build(demo: true, new Settings("http://127.0.0.1:0", "http://localhost", place.Storage.DataFolder, place.Storage.ConnectionString, Bench: false), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(place.Clock);
        });
        await app.StartAsync();
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <summary>Only a page that was kept says its age.</summary>
    static async Task<(bool Kept, string Text)> Read(Uri address, string path)
    {
        using var browser = new Browser(address);
        using var answer = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        return (answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static async Task Until(Func<Task<bool>> so, string what)
    {
        using var most = new CancellationTokenSource(AtMost);
        while (!await so())
        {
            Assert.False(most.IsCancellationRequested, what);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task What_one_withdraws_the_other_forgets_and_keeps_nothing_while_it_cannot_be_told()
    {
        // On SQLite one process serves a base.
        if (Place.PostgresServer is null) return;
        var call = await place.Given.AnOpenCall();
        var (first, second) = (await place.Given.APublishedSheet(call, "Le lavoir à deux"), await place.Given.APublishedSheet(call, "Le lavoir sans nouvelles"));
        var (app, there) = await Another();
        await using var other = app;
        var ears = app.Services.GetRequiredService<Neighbours>();
        Assert.True(ears.Hears);
        const string Path = "/repertoire?q=lavoir";
        await Until(async () => await Read(there, Path) is { Kept: true } kept && kept.Text.Contains("Le lavoir à deux", StringComparison.Ordinal), "The page is kept.");

        await (await (await place.Given.AnAuthorOf(first)).Open($"/suivre/fiche/{first.Reference}/retrait")).Form("Retirer").Send();
        await Until(async () => !(await Read(there, Path)).Text.Contains("Le lavoir à deux", StringComparison.Ordinal), "The other instance forgot it, long before the minute is over.");

        await Until(async () => (await Read(there, Path)).Kept, "Kept again.");
        await using (var connection = new NpgsqlConnection(place.Storage.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var cut = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'", connection);
            await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await Until(() => Task.FromResult(!ears.Hears), "The line is cut.");
        await (await (await place.Given.AnAuthorOf(second)).Open($"/suivre/fiche/{second.Reference}/retrait")).Form("Retirer").Send();
        Assert.DoesNotContain("Le lavoir sans nouvelles", (await Read(there, Path)).Text, StringComparison.Ordinal);
        await Until(async () => ears.Hears && (await Read(there, Path)).Kept, "It listens again, and keeps pages again.");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_survey_that_one_stops_takes_no_answer_at_the_other()
    {
        if (Place.PostgresServer is null) return;
        var given = await place.Given.AnOpenSurvey();
        var (app, there) = await Another();
        await using var other = app;
        using var answers = new Browser(there);
        var begun = (await answers.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses");
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/arreter")).Form("Arrêter l’enquête").Fill("Pourquoi ?", "Le questionnaire blesse.").Send();
        await Until(async () => (await Read(there, $"/repondre/{given.Code}")).Text.Contains("Cette enquête est terminée", StringComparison.Ordinal), "The other instance knows it, long before the minute is over.");
        Assert.StartsWith("Cette enquête vient de se terminer", (await begun.Send()).Errors[0], StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
