using System.Text.RegularExpressions;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests;

/// <summary>A draft and the browser that may write in it.</summary>
public sealed record GivenDraft(Browser Browser, string Reference, string Code);

/// <summary>A sent experience and the private code of its only author.</summary>
public sealed record GivenExperience(Guid Id, string Reference, string Code);

public sealed partial class Given
{
    /// <summary>A draft begun through the real pages, in this person's voice.</summary>
    public async Task<GivenDraft> ADraft(Call call, Voice voice = Voice.PersonConcerned)
    {
        var browser = place.Browser();
        var page = await browser.Open($"/deposer/{call.Slug}");
        var form = page.Form("Continuer").Set("Form.Collective", "true").Set("Form.WithPersons", "true").Set("Form.WithProfessionals", "true").Set("Form.Voice", voice.ToString());
        if (call.OrganisationTypes.Contains("ORG_STRUCT_PRO")) form.Set("Form.Carrier", "ORG_STRUCT_PRO");
        var code = await form.Send();
        var reference = Regex.Match(code.Path, "/deposer/fiche/([a-z0-9]+)/code").Groups[1].Value;
        if (reference.Length == 0) throw new Xunit.Sdk.XunitException($"No draft was begun: {code.Path} {code.Status} {string.Join(" | ", code.Errors)}");
        return new(browser, reference, Regex.Match(code.TextContent, "[a-z]{4}(?:[ -]+[a-z]{4}){6}").Value.Replace(' ', '-'));
    }

    /// <summary>An experience with every required answer, sent to the call. Written by the nouns, not by the pages, so that many cost little.</summary>
    public Task<GivenExperience> ASubmittedExperience(Call call, string title = "Le conseil de résidents choisit l’heure du dîner", Action<Account>? but = null, Voice voice = Voice.PersonConcerned) => place.Db(async db =>
    {
        var account = AnAccountOf(title);
        but?.Invoke(account);
        var experience = new Experience(await db.Calls.SingleAsync(c => c.Id == call.Id), "SAI_EN_LIGNE", null, Now);
        var code = SpokenCode.New();
        var author = experience.Invite(voice, SpokenCode.Hash(SpokenCode.Read(code)!), Now);
        db.Experiences.Add(experience);
        foreach (var (step, answers) in experience.Steps.Zip(account.Steps)) step.Write(answers, author.Id, Now);
        experience.Entitle(account.Essentials.Title);
        experience.CarriedBy(account.Structure.OrganisationName);
        experience.Locate(account.Structure);
        db.Record(Now, Actor.Author(author.Id), Croisee.Experiences.Acts.Begun, experience, null, call.OrganisationId);
        await db.SaveChangesAsync();
        experience.Submit(account, author.Id, Now);
        db.Record(Now, Actor.Author(author.Id), Croisee.Experiences.Acts.Submitted, experience, null, call.OrganisationId);
        await db.SaveChangesAsync();
        return new GivenExperience(experience.Id, experience.Reference, code);
    });

    /// <summary>Passes an experience through these states, as the people concerned would.</summary>
    public Task ItPassed(GivenExperience given, params ExperienceState[] states) => place.Db(async db =>
    {
        var experience = await db.Experiences.SingleAsync(e => e.Id == given.Id);
        foreach (var state in states) db.Passages.Add(experience.Pass(state, Passage.Team, null, null, Now));
        db.Record(Now, Actor.System, "donnee.de.test", experience);
        return await db.SaveChangesAsync();
    });

    /// <summary>Everything that must be answered before sending, and a little more.</summary>
    public static Account AnAccountOf(string title) => new()
    {
        Structure = new() { OrganisationType = "ORG_STRUCT_PRO", OrganisationName = "Résidence Les Tilleuls (fictive)", Sectors = ["SEC_MS_EHPAD"], Region = "R53" },
        Essentials = new() { Title = title, Summary = "Les résidents et l’équipe ont choisi ensemble un nouvel horaire.", EasySummary = "On a choisi ensemble.\nLe dîner est plus tard." },
        Setting = new() { Contexts = ["CTX2_ACCOMPAGNEMENT"], StartMonth = "2019-03", ActionState = "EA_EN_COURS" },
        Origin = new() { Story = "Plusieurs résidents trouvaient le dîner trop tôt.", Initiators = ["INIT_PERSONNES"], Goals = ["Dîner plus tard", "Décider ensemble"] },
        Participants = new() { Publics = ["PUB_PERSONNES_AGEES"], Persons = "TR_6_10", PersonsExact = 7, Professionals = "TR_1_5" },
        Course = new() { Activities = ["ACT_VIE_ETABLISSEMENT"], ModalitiesText = "Quatre réunions, puis un vote à main levée.", Scales = ["MESO"], EffectsScale = "EFF_COLLECTIVE", Space = "ESP_REEL", Registers = [] },
        Participation = new() { Degree = "D4_CODECISION", DegreeReason = "La direction a appliqué la décision du groupe." },
        Means = new() { PersonsPreparation = new() { Level = "PREP_INFO" }, PersonsTraining = new() { Level = "PREP_AUCUNE" }, ProfessionalsTraining = new() { Level = "PREP_AUCUNE" }, TrainedTogether = false, Statuses = ["ST_BENEVOLE"], Recognition = ["RCO_AUCUNE"] },
        Changes = new() { ForPersons = new() { Text = "Le dîner est à 19 heures." }, Decisions = [new() { Proposal = "Dîner à 19 heures", Decision = "Accepté", Effect = "En place depuis mai" }] },
        Lessons = new() { Evaluation = "EVAL_NON" },
    };
}
