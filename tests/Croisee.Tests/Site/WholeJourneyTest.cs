using System.Net;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>The main job of the house, from the first word of a call to the sheet that anyone finds, by the pages that real people use.</summary>
public sealed class WholeJourneyTest(Place place) : IClassFixture<Place>
{
    static readonly (string Step, (string Field, string Value)[] Answers)[] Steps =
    [
        ("structure", [("Form.OrganisationType", "ORG_ASSO_USAGERS"), ("Form.OrganisationName", "Les amis du jardin (fictive)"), ("Form.Sectors", "SEC_MS_EHPAD"), ("Form.Region", "R53")]),
        ("essentiel", [("Form.Title", "Un jardin ouvert à toutes les heures"), ("Form.Summary", "Patients et soignants ont obtenu les clés du jardin.")]),
        ("cadre", [("Form.Contexts", "CTX3_SOINS"), ("Form.StartMonth", "03/2021"), ("Form.ActionState", "EA_EN_COURS")]),
        ("origine", [("Form.Story", "Le jardin fermait à dix-sept heures."), ("Form.Initiators", "INIT_PERSONNES"), ("Form.Goals[0]", "Sortir le soir")]),
        ("participants", [("Form.Publics", "PUB_PERSONNES_AGEES"), ("Form.Persons", "TR_6_10"), ("Form.Professionals", "TR_1_5")]),
        ("deroulement", [("Form.Activities", "ACT_VIE_ETABLISSEMENT"), ("Form.ModalitiesText", "Trois réunions, puis un essai d’un mois."), ("Form.Scales", "MESO"), ("Form.EffectsScale", "EFF_COLLECTIVE"), ("Form.Space", "ESP_REEL")]),
        ("participation", [("Form.Degree", "D4_CODECISION"), ("Form.DegreeReason", "Les horaires retenus sont ceux du groupe.")]),
        ("moyens", [("Form.PersonsPreparation.Level", "PREP_INFO"), ("Form.PersonsTraining.Level", "PREP_AUCUNE"), ("Form.ProfessionalsTraining.Level", "PREP_AUCUNE"), ("Form.TrainedTogether", "false"), ("Form.Statuses", "ST_BENEVOLE"), ("Form.Recognition", "RCO_AUCUNE")]),
        ("effets", [("Form.ForPersons.Text", "On sort quand on veut.")]),
        ("bilan", [("Form.Evaluation", "EVAL_NON")]),
    ];

    [Fact, Trait("kind", "slow")]
    public async Task Leads_from_a_call_to_a_published_sheet_with_the_groups_reasons()
    {
        var organisation = await place.Given.AnOrganisation("Agence du voyage entier");
        using var organiser = await place.Given.APerson("Une organisatrice", Role.Organiser, organisation);
        var slug = await ACall(organiser);
        using var author = place.Browser();
        var reference = await Tell(author, slug);
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        using var user = await place.Given.SignedIn(group.Members[0]);
        using var professional = await place.Given.SignedIn(group.Members[1]);
        await (await (await organiser.Open($"/bureau/appels/{slug}/groupe")).Form("Choisir ce groupe").Choose(group.Group.Name).Send()).Form("Ouvrir la lecture").Send();
        await (await organiser.Open($"/groupes/{group.Group.Reference}/recevabilite/{reference}")).Form("Enregistrer").Choose("Recevable").Send();
        await (await organiser.Open($"/groupes/{group.Group.Reference}/repartition")).Form("Répartir en un clic").Send();
        await Read(user, reference, "Concertation");
        await Read(professional, reference, "Codécision");
        await (await professional.Open($"/lectures/{reference}/accord")).Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", "Les clés sont aux mains du groupe.").Send();
        await (await user.Open($"/lectures/{reference}/accord")).Form("J’accepte cet accord").Send();
        await Decide(organiser, group.Group.Reference, reference, user, professional);

        await (await organiser.Open($"/bureau/publication/{reference}/demande")).Form("Demander leur accord").Send();
        var shown = await author.Open($"/suivre/fiche/{reference}/accord");
        Assert.Contains("Le pouvoir de décider est réel.", shown.TextContent);
        await shown.Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();

        using var anyone = place.Browser();
        var sheet = await anyone.Open($"/experiences/{reference}");
        Assert.Equal((HttpStatusCode.OK, "Un jardin ouvert à toutes les heures"), (sheet.Status, sheet.Heading));
        Assert.Contains("Le pouvoir de décider est réel.", sheet.TextContent);
        foreach (var search in new[] { "/repertoire?q=jardins", $"/repertoire?appel={slug}", "/repertoire?remarquable=oui" })
            Assert.Contains("Un jardin ouvert à toutes les heures", (await anyone.Open(search)).TextContent);
        Assert.Contains("Le professionnel a proposé un accord", (await author.Open($"/suivre/fiche/{reference}/codage")).TextContent);
        Assert.Equal(ExperienceState.Published, await place.Db(db => db.Experiences.Where(e => e.Reference == reference).Select(e => e.State).SingleAsync()));
    }

    static async Task<string> ACall(Browser organiser)
    {
        var content = await (await organiser.Open("/bureau/appels/nouveau")).Form("Commencer").Fill("Titre de l’appel", "Racontez ce que vous avez ouvert").Send();
        var slug = content.Path.Split('/')[3];
        await content.Form("Enregistrer").Fill("Pourquoi contribuer ?", "Parce que vous avez ouvert quelque chose.").Fill("Objectif du recueil", "Recueillir des ouvertures.").Fill("Qui peut répondre ?", "Toute équipe.")
            .Fill("À quoi va servir la contribution ?", "Un groupe lit tout.").Fill("Pour plus d’informations", "appel@example.org").Send();
        await (await organiser.Open($"/bureau/appels/{slug}/qui")).Form("Enregistrer").Choose("Lieu de soins").Choose("Association d’usagers").Send();
        await (await organiser.Open($"/bureau/appels/{slug}/dates")).Form("Enregistrer").Fill("Premier jour", "15/03/2027").Fill("Dernier jour, inclus", "2027-05-31").Send();
        await (await organiser.Open($"/bureau/appels/{slug}/donnees")).Form("Enregistrer").Fill("Pendant quels travaux", "l’écriture du guide").Fill("Ces travaux finissent le", "31/12/2028").Fill("Adresse de la personne", "dpo@example.org").Send();
        await (await organiser.Open($"/bureau/appels/{slug}/ouverture")).Form("Rendre l’appel public").Send();
        return slug;
    }

    static async Task<string> Tell(Browser author, string slug)
    {
        var code = await (await author.Open($"/deposer/{slug}")).Form("Continuer").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Association d’usagers").Choose("Une personne concernée").Send();
        var reference = code.Path.Split('/')[3];
        foreach (var (step, answers) in Steps)
        {
            var form = (await author.Open($"/deposer/fiche/{reference}/{step}")).Form("Enregistrer et continuer");
            foreach (var (field, value) in answers) form.Set(field, value);
            var next = await form.Send();
            Assert.True(next.Status is HttpStatusCode.OK && next.Errors.Count == 0, $"{step}: {string.Join(" | ", next.Errors)}");
        }
        await (await author.Open($"/deposer/fiche/{reference}/signer")).Form("Signer").Set("Form.Agree", "oui").Send();
        var sent = await (await author.Open($"/deposer/fiche/{reference}/relire")).Form("Envoyer").Send();
        Assert.Equal("Votre expérience est arrivée", sent.Heading);
        return reference;
    }

    static async Task Read(Browser reader, string reference, string degree)
    {
        var confirm = await (await reader.Open($"/lectures/{reference}")).Form("Enregistrer et donner ma lecture").Choose(degree, "Le degré").Choose("Pouvoir d’initiative", "Registres").Send();
        await confirm.Form("Oui, donner ma lecture").Choose("Je n’ai rien à en dire").Send();
    }

    static async Task Decide(Browser organiser, string group, string reference, params Browser[] members)
    {
        var path = (await (await organiser.Open($"/groupes/{group}/deliberer/{reference}")).Form("Poser la question").Send()).Path;
        foreach (var member in members) await (await member.Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Elle montre un vrai pouvoir.").Send();
        async Task Advance()
        {
            var page = await organiser.Open(path + "/etape");
            await page.Form(page.Document.QuerySelectorAll("main button").Select(Page.Text).Single()).Send();
        }
        await Advance();
        await Advance();
        foreach (var member in members) await (await member.Open(path + "/vote")).Form("Voter").Choose("Oui").Fill("Mon motif", "Le pouvoir de décider est réel.").Send();
        await Advance();
    }
}
