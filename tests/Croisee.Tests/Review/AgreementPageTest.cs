using System.Net;
using System.Text;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>The page of agreements, the group that decides where a pair did not, the history of a coding, versions of words.</summary>
[Trait("kind", "slow")]
public sealed class AgreementPageTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Degrees = ["D1_COMMUNICATION", "D2_CONSULTATION", "D3_CONCERTATION", "D4_CODECISION"];

    async Task<(GivenGroup Group, Call Call, Organisation Organisation)> AReadCall(string title, int read)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, title);
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        for (var i = 0; i < read; i++)
        {
            var (_, pair) = await place.Given.AnExperienceReadBy(group, call, i % 2, 2 + i % 2, $"{title} {i}");
            await place.Given.TheyRead(pair, pair.ServiceUserSeatId, Given.ACoding(Degrees[i % 4], "COLLAB", "REG4_INITIATIVE", "REG5_PAIR_AIDANCE"));
            await place.Given.TheyRead(pair, pair.ProfessionalSeatId, Given.ACoding(Degrees[(i + (i % 2)) % 4], "COLLAB", i % 3 == 0 ? "REG4_INITIATIVE" : "REG6_EDUCATIVE"));
        }
        return (group, call, organisation);
    }

    [Fact]
    public async Task Says_where_pairs_differ_first_with_the_definition_and_no_name()
    {
        var (group, _, organisation) = await AReadCall("Un appel lu douze fois", 12);
        using var organiser = await place.Given.APerson("Une organisatrice", Role.Organiser, organisation);
        using var member = await place.Given.SignedIn(group.Members[1]);
        using var stranger = await place.Given.APerson("Une inconnue");
        var path = $"/groupes/{group.Group.Reference}/accords";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
        var page = await organiser.Open(path);
        Assert.Equal("Accord des lectures", page.Heading);
        Assert.Contains("12 expériences ont leurs deux lectures.", page.TextContent);
        Assert.Contains("Cette définition est peut-être peu claire.", page.TextContent);
        Assert.Contains("Tout le monde a donné la même réponse, 12 fois sur 12", page.TextContent);
        Assert.Contains("/cadre/registres/reg5-pair-aidance", page.Source);
        Assert.DoesNotContain("NaN", page.Source);
        Assert.Contains("Avec moins de 30 lectures doubles, la fourchette du kappa peut être trop étroite", page.TextContent);
        Assert.Contains("C’est le cas ici pour : Degré", page.TextContent.Replace((char)0xa0, ' '));
        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=tous] table").First().QuerySelectorAll("tbody tr").Select(Page.Text).ToList();
        Assert.Equal(Croisee.Review.Evidence.CodedField.All.Count, rows.Count);
        Assert.StartsWith("Registres", rows[0]);
        foreach (var someone in group.Members) Assert.DoesNotContain(someone.DisplayName, page.Source);
        foreach (var seat in group.Group.Seats) Assert.DoesNotContain(seat.Label, page.Source);
        Assert.Equal(HttpStatusCode.OK, (await member.Open(path)).Status);

        using var file = await organiser.Send(new HttpRequestMessage(HttpMethod.Get, path + "/fichier"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var lines = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("repere;vocabulaire;code;mot;comparees;pareil;alpha", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("Registres;V-REGISTRE;REG5_PAIR_AIDANCE;Pair-aidance;12;", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("NaN", StringComparison.Ordinal));
        // A number below nothing is a number still, with the comma of every other file.
        Assert.Contains(lines, l => l.StartsWith("Registres;V-REGISTRE;REG6_EDUCATIVE;", StringComparison.Ordinal) && l.Contains(";12;4;-0,4375;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_it_is_too_early_with_few_readings_and_counts_no_single_one()
    {
        var (group, call, _) = await AReadCall("Un appel lu deux fois", 2);
        var (_, half) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Lue par une seule personne");
        await place.Given.TheyRead(half, half.ServiceUserSeatId, Given.ACoding("D5_LEADERSHIP", "LEAD", "REG7_CONNAISSANCES"));
        using var member = await place.Given.SignedIn(group.Members[2]);
        var page = await member.Open($"/groupes/{group.Group.Reference}/accords");
        Assert.Contains("2 expériences ont leurs deux lectures.", page.TextContent);
        Assert.Contains("Une expérience est encore en lecture", page.TextContent);
        Assert.Contains("Il est trop tôt", page.TextContent);
        // The other reader's reading is nowhere, not even as a count.
        Assert.DoesNotContain("Production des connaissances", page.Source);
    }

    [Fact]
    public async Task Lets_the_group_decide_where_the_pair_does_not_settle_and_keeps_the_history_by_college()
    {
        var (group, call, organisation) = await AReadCall("Un appel à trancher", 0);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Deux lectures qui s’opposent");
        using var user = await place.Given.SignedIn(group.Members[0]);
        using var organiser = await place.Given.APerson("Un organisateur qui tranche", Role.Organiser, organisation);
        var decide = $"/groupes/{group.Group.Reference}/trancher/{given.Reference}";
        await place.Given.TheyRead(pair, pair.ServiceUserSeatId, Given.ACoding("D2_CONSULTATION"));
        Assert.NotEqual("Le groupe fixe le codage", (await organiser.Open(decide)).Heading);
        await place.Given.TheyRead(pair, pair.ProfessionalSeatId, Given.ACoding("D4_CODECISION"));
        Assert.NotEqual("Le groupe fixe le codage", (await organiser.Open(decide)).Heading);

        var asked = await (await user.Open($"/lectures/{given.Reference}/accord")).Follow("Nous n’arrivons pas à nous accorder : confier la décision au groupe");
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Confier au groupe").Send()).Status);
        await asked.Form("Confier au groupe").Fill("Qu’est-ce qui vous sépare", "Qui décide vraiment.").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await user.Open(decide)).Status);
        Assert.Contains("Le binôme n’a pas pu s’accorder", (await organiser.Open($"/groupes/{group.Group.Reference}/tableau")).TextContent);
        var page = await organiser.Open(decide);
        Assert.Equal("Le groupe fixe le codage", page.Heading);
        Assert.Contains("Qui décide vraiment.", page.TextContent);
        foreach (var seat in group.Group.Seats) Assert.DoesNotContain(seat.Label, page.Source);
        var refused = await page.Form("Fixer ce codage").Choose("Concertation", "Le degré").Choose("Pouvoir d’initiative", "Registres").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("raison", refused.Errors.Single());
        var fixedPage = await refused.Form("Fixer ce codage").Fill("La raison du groupe", "Le groupe retient la concertation.").Send();
        Assert.Contains("Le groupe retient la concertation.", fixedPage.TextContent);
        Assert.Contains("Ce que le groupe a fixé", fixedPage.TextContent);
        Assert.Equal(ExperienceState.Analysed, await place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync()));
        Assert.Contains("Le groupe a décidé", (await user.Open($"/lectures/{given.Reference}/accord")).TextContent);

        await place.Given.ItPassed(given, ExperienceState.NotSelected);
        using var author = await place.Given.AnAuthorOf(given);
        var history = await author.Open($"/suivre/fiche/{given.Reference}/codage");
        Assert.Equal(HttpStatusCode.OK, history.Status);
        foreach (var said in new[] { "La personne concernée a lu", "Le professionnel a lu", "Le binôme confie la décision au groupe", "Le groupe a fixé le codage", "Consultation", "Codécision" }) Assert.Contains(said, history.TextContent);
        foreach (var someone in group.Members) Assert.DoesNotContain(someone.DisplayName, history.Source);
        foreach (var seat in group.Group.Seats) Assert.DoesNotContain(seat.Label, history.Source);
    }

    [Fact]
    public async Task Takes_a_group_over_for_another_call_with_its_seats()
    {
        var (group, first, organisation) = await AReadCall("Le premier appel du groupe", 1);
        var second = await place.Given.AnOpenCall(organisation, "Le second appel du groupe");
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        using var organiser = await place.Given.APerson("Une organisatrice de deux appels", Role.Organiser, organisation);
        var choice = await organiser.Open($"/bureau/appels/{second.Slug}/groupe");
        Assert.Contains("Lit aussi pour : Le premier appel du groupe", choice.TextContent);
        await (await choice.Form("Choisir ce groupe").Choose(group.Group.Name).Send()).Form("Ouvrir la lecture").Send();
        var board = await organiser.Open($"/groupes/{group.Group.Reference}/tableau");
        Assert.Contains("Le second appel du groupe ·", board.TextContent);
        var other = await board.Follow("Le premier appel du groupe");
        Assert.Contains("Le premier appel du groupe ·", other.TextContent);
        Assert.Contains($"accords?appel={first.Slug}", other.Source);
        var given = await place.Given.ASubmittedExperience(second, "Pour le second appel");
        await (await organiser.Open($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}")).Form("Enregistrer").Choose("Recevable").Send();
        await (await organiser.Open($"/groupes/{group.Group.Reference}/repartition?appel={second.Slug}")).Form("Répartir en un clic").Send();
        Assert.True(await place.Db(db => db.Pairs.AnyAsync(p => p.ExperienceId == given.Id)));
        var foreign = await place.Given.AnOpenCall(await place.Given.AnOrganisation(), "Un appel d’ailleurs");
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/groupes/{group.Group.Reference}/tableau?appel={foreign.Slug}")).Status);
    }

    [Fact]
    public async Task Shows_how_far_pairs_agreed_before_words_were_changed_and_since()
    {
        var (group, call, organisation) = await AReadCall("Un appel avant et après", 12);
        using var administrator = await place.Given.APerson("Une autre administratrice des mots", Role.Administrator);
        await (await administrator.Open("/bureau/cadre/REG5_PAIR_AIDANCE")).Form("Enregistrer").Fill("Définition de cette instance", "Des personnes qui ont vécu la même chose s’aident.").Fill("Pourquoi ce changement", "Un côté la voyait partout.").Send();
        var edition = await place.Db(db => db.FrameworkEdition());
        foreach (var mixed in new[] { false, true })
        {
            var (_, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, $"Lue après {mixed}");
            await place.Given.TheyRead(pair, pair.ServiceUserSeatId, Given.ACoding("D2_CONSULTATION"));
            await place.Given.TheyRead(pair, pair.ProfessionalSeatId, Given.ACoding("D2_CONSULTATION"));
            await place.Db(db => db.Write(d => d.Readings.Where(r => r.PairId == pair.Id && (!mixed || r.SeatId == pair.ProfessionalSeatId)).ExecuteUpdate(s => s.SetProperty(r => r.FrameworkEdition, edition))));
        }
        using var organiser = await place.Given.APerson("Une organisatrice qui compare", Role.Organiser, organisation);
        var page = await organiser.Open($"/groupes/{group.Group.Reference}/accords");
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=mots-changes] tbody tr").Select(Page.Text).Single(r => r.StartsWith("Registres", StringComparison.Ordinal));
        // The pair that read on both sides is in neither.
        Assert.Matches("0 sur 12 pareils, alpha : -0,[0-9]+", row.Replace((char)0xa0, ' '));
        Assert.Contains("1 sur 1 pareils, alpha : trop tôt", row.Replace((char)0xa0, ' '), StringComparison.Ordinal);
        using var file = await organiser.Send(new HttpRequestMessage(HttpMethod.Get, $"/groupes/{group.Group.Reference}/accords/fichier"));
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("avec les mots d’avant le", text, StringComparison.Ordinal);
        Assert.Contains(";toutes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_each_version_of_a_definition_and_the_one_a_reading_was_made_with()
    {
        var (group, call, _) = await AReadCall("Un appel et deux définitions", 0);
        using var administrator = await place.Given.APerson("Une administratrice des mots", Role.Administrator);
        async Task Define(string words, string why)
        {
            var page = await administrator.Open("/bureau/cadre/REG4_INITIATIVE");
            await page.Form("Enregistrer").Fill("Définition de cette instance", words).Fill("Pourquoi ce changement", why).Send();
        }
        await Define("Les personnes proposent et lancent elles-mêmes.", "Les binômes ne lisaient pas la même chose.");
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Lue avec une définition précisée");
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var confirm = await (await reader.Open($"/lectures/{given.Reference}")).Form("Enregistrer et donner ma lecture").Choose("Concertation", "Le degré").Choose("Pouvoir d’initiative", "Registres").Send();
        await confirm.Form("Oui, donner ma lecture").Choose("Je n’ai rien à en dire").Send();
        var edition = await place.Db(db => db.Readings.Where(r => r.PairId == pair.Id).Select(r => r.FrameworkEdition).SingleAsync());
        Assert.Equal(await place.Db(db => db.FrameworkEdition()), edition);
        Assert.True(edition > 0);
        await Define("Les personnes proposent, lancent et décident.", "Le groupe l’a demandé.");
        Assert.Equal(edition, await place.Db(db => db.Readings.Where(r => r.PairId == pair.Id).Select(r => r.FrameworkEdition).SingleAsync()));
        var versions = await place.Browser().Open("/cadre/vocabulaires/v-registre/versions");
        foreach (var said in new[] { "Les personnes proposent et lancent elles-mêmes.", "Les personnes proposent, lancent et décident.", "Les binômes ne lisaient pas la même chose.", "Les mots d’origine", $"Version {edition}, le " }) Assert.Contains(said, versions.TextContent);
        Assert.Contains("Les personnes proposent, lancent et décident.", (await place.Browser().Open("/cadre/registres/reg4-initiative")).TextContent);
    }
}
