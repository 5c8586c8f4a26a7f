using System.Net;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Framework;

/// <summary>The words of an instance, changed by who administers it.</summary>
public sealed class WordingTest(Place place) : IClassFixture<Place>
{
    const string Own = "Mot de cette instance (facultatif)", Easy = "Mot facile à lire de cette instance (facultatif)", Why = "Pourquoi ce changement ?";

    [Fact]
    public async Task Shows_changed_words_at_the_next_request_and_leaves_codes_alone()
    {
        using var reader = place.Browser();
        Assert.Contains("Habitants d’un quartier", (await reader.Open("/cadre/vocabulaires/v-public")).TextContent, StringComparison.Ordinal);
        using var admin = await place.Administrator("anna@example.org");
        var form = await admin.Open("/bureau/cadre/PUB_HABITANTS");
        Assert.DoesNotContain(form.Document.QuerySelectorAll("input, textarea, select"), e => e.GetAttribute("name") is "Code" or "Form.Code");
        var saved = await form.Form("Enregistrer").Fill(Own, "Habitantes et habitants").Fill(Easy, "Les gens du quartier").Fill(Why, "Le mot de notre ville").Set("Code", "PUB_TOUT_PUBLIC").Send();
        Assert.Contains("Les mots sont changés", saved.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le mot de notre ville", saved.TextContent, StringComparison.Ordinal);

        var page = await reader.Open("/cadre/vocabulaires/v-public");
        Assert.Contains("Habitantes et habitants", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("PUB_HABITANTS", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tout public", page.TextContent, StringComparison.Ordinal);
        var row = (await Csv(reader)).Single(r => r[2] == "PUB_HABITANTS");
        Assert.Equal(["V-PUBLIC", "1", "PUB_HABITANTS", "Habitantes et habitants", "Les gens du quartier", "Residents of a neighbourhood"], row[..6]);
        Assert.Contains("Habitantes et habitants", (await admin.Open("/bureau/cadre")).TextContent, StringComparison.Ordinal);

        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.Act == Acts.LabelChanged && e.Reason == "Le mot de notre ville"));
        Assert.Equal((ActorKind.Person, (await place.Root()).Id), (entry.ActorKind, entry.OrganisationId));

        var back = await (await admin.Open("/bureau/cadre/PUB_HABITANTS/defaut")).Form("Revenir aux mots par défaut").Fill("Pourquoi ce retour ?", "Personne ne comprenait").Send();
        Assert.Contains("de nouveau affichés", back.TextContent, StringComparison.Ordinal);
        Assert.Contains("Habitants d’un quartier", (await reader.Open("/cadre/vocabulaires/v-public")).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open("/bureau/cadre/PUB_HABITANTS/defaut")).Status);
    }

    [Fact]
    public async Task Offers_a_retired_word_no_more_and_keeps_it_readable()
    {
        using var admin = await place.Administrator("rémi@example.org".Replace("é", "e"));
        await (await admin.Open("/bureau/cadre/ESP_VIRTUEL")).Form("Enregistrer").Choose("Non").Fill(Why, "Nous nous voyons toujours").Send();
        var labels = place.App.Services.GetRequiredService<Labels>();
        Assert.Equal(["ESP_REEL", "ESP_MIXTE"], labels.Choices("V-ESPACE").Select(c => c.Value));
        Assert.Equal("Virtuel", labels.Of("ESP_VIRTUEL"));
        using var reader = place.Browser();
        Assert.Contains("n’est plus proposé", (await reader.Open("/cadre/vocabulaires/v-espace")).TextContent, StringComparison.Ordinal);
        Assert.Equal("non", (await Csv(reader)).Single(r => r[2] == "ESP_VIRTUEL")[6]);
        await (await admin.Open("/bureau/cadre/ESP_MIXTE")).Form("Enregistrer").Choose("Non").Fill(Why, "Trop compliqué").Send();
        var last = await (await admin.Open("/bureau/cadre/ESP_REEL")).Form("Enregistrer").Choose("Non").Fill(Why, "Plus rien").Send();
        Assert.Equal(HttpStatusCode.BadRequest, last.Status);
        Assert.Equal(["ESP_REEL"], labels.Choices("V-ESPACE").Select(c => c.Value));
    }

    [Fact]
    public async Task Refuses_a_change_without_reason_or_hard_to_read_and_keeps_what_was_typed()
    {
        using var admin = await place.Administrator("sara@example.org");
        var page = await (await admin.Open("/bureau/cadre/IST_CVS")).Form("Enregistrer").Fill(Own, "Notre conseil").Send();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Dites pourquoi : cette raison est gardée avec la version."], page.Errors.Select(e => e.Replace('\u00a0', ' ')));
        Assert.Equal("Notre conseil", page.Form("Enregistrer").Value(Own));
        var hard = await page.Form("Enregistrer").Fill(Easy, "Le CVS").Fill(Why, "Plus court").Send();
        Assert.Equal(["Écrivez les mots en entier, sans sigle."], hard.Errors);
        Assert.Equal(0, await place.Db(db => db.FrameworkLabels.CountAsync(l => l.Code == "IST_CVS")));
    }

    [Fact]
    public async Task Refuses_a_change_made_over_somebody_elses_then_lets_it_through()
    {
        using var one = await place.Administrator("one@example.org");
        using var two = await place.Administrator("two@example.org");
        foreach (var round in new[] { "premier", "second" })
        {
            var (mine, theirs) = (await one.Open("/bureau/cadre/ACT_SOIN"), await two.Open("/bureau/cadre/ACT_SOIN"));
            await mine.Form("Enregistrer").Fill(Own, "Soins de un, " + round).Fill(Why, "Un").Send();
            var refused = await theirs.Form("Enregistrer").Fill(Own, "Soins de deux, " + round).Fill(Why, "Deux").Send();
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("Soins de un, " + round, refused.TextContent, StringComparison.Ordinal);
            Assert.Equal("Soins de deux, " + round, refused.Form("Enregistrer").Value(Own));
            var saved = await refused.Form("Enregistrer").Send();
            Assert.Contains("Soins de deux, " + round, saved.Heading, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Opens_to_administrators_of_the_root_only()
    {
        using var elsewhere = await place.Administrator("region@example.org", ofRoot: false);
        foreach (var path in new[] { "/bureau/cadre", "/bureau/cadre/ACT_SOIN", "/bureau/cadre/ACT_SOIN/defaut" })
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Open(path)).Status);
        using var nobody = place.Browser();
        Assert.Equal("Se connecter", (await nobody.Open("/bureau/cadre")).Heading);
        using var admin = await place.Administrator("root@example.org");
        Assert.Equal(HttpStatusCode.OK, (await admin.Open("/bureau/cadre")).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.Open("/bureau/cadre?liste=v-modalite")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open("/bureau/cadre?liste=v-inconnu")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open("/bureau/cadre/INCONNU")).Status);
    }

    /// <summary>What another instance saved comes with the next look at the rows; nothing is read again when nothing changed.</summary>
    [Fact]
    public async Task Learns_what_another_instance_saved()
    {
        await place.Db(async db =>
        {
            var label = new FrameworkLabel("V-NIVEAU", "MICRO", "Au plus près", null);
            db.FrameworkLabels.Add(label);
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.LabelChanged, label);
            return await db.SaveChangesAsync();
        });
        var labels = place.App.Services.GetRequiredService<Labels>();
        var keeper = place.App.Services.GetRequiredService<LabelKeeper>();
        Assert.NotEqual("Au plus près", labels.Of("MICRO"));
        Assert.True(await place.Db(async db => { await keeper.Load(db); return true; }));
        Assert.Equal("Au plus près", labels.Of("MICRO"));
        var book = labels.Book;
        Assert.True(await place.Db(async db => { await keeper.Load(db); return true; }));
        Assert.Same(book, labels.Book);
    }

    static async Task<List<string[]>> Csv(Browser browser) =>
        Codebooks.Read(await (await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/cadre/vocabulaires.csv"))).Content.ReadAsByteArrayAsync());
}
