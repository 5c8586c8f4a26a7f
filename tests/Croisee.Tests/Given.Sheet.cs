using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests;

public sealed partial class Given
{
    static readonly ExperienceState[] ReadByTheGroup = [ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed];

    /// <summary>An experience whose page waits for its authors' agreement.</summary>
    public async Task<GivenExperience> AnExperienceToApprove(Call call, string title = "Le conseil de résidents choisit l’heure du dîner", Action<Account>? but = null, bool remarkable = false)
    {
        var given = await ASubmittedExperience(call, title, but);
        await ItPassed(given, [.. ReadByTheGroup, remarkable ? ExperienceState.Remarkable : ExperienceState.NotSelected, ExperienceState.ApprovalAsked]);
        return given;
    }

    /// <summary>A sheet that everybody can read.</summary>
    public async Task<GivenExperience> APublishedSheet(Call call, string title = "Le conseil de résidents choisit l’heure du dîner", Action<Account>? but = null, bool remarkable = false)
    {
        var given = await AnExperienceToApprove(call, title, but, remarkable);
        await ItWasPublished(given);
        return given;
    }

    /// <summary>Its authors agreed, and it was published (again).</summary>
    public Task<Sheet> ItWasPublished(GivenExperience given, string? why = null) => place.With(async services =>
    {
        var experience = await services.GetRequiredService<Data.AppDb>().Experiences.Include(e => e.Call).ThenInclude(c => c.Organisation).Include(e => e.Authors).Include(e => e.Steps).AsSplitQuery().SingleAsync(e => e.Id == given.Id);
        experience.AgreeToPublication(Now);
        return await services.GetRequiredService<Publish>().Run(experience, Actor.Author(experience.Authors[0].Id), Passage.Authors, why);
    });

    /// <summary>Somebody who sits in a group among the persons concerned.</summary>
    public async Task<Browser> AConcernedReader(string name)
    {
        var (person, organisation) = (await AnAccount(name), await TheInstance());
        var group = new Group($"Groupe {Next}", organisation.Id, GroupKind.WorkingGroup, Now);
        var day = Data.Clock.ParisToday(place.Clock);
        group.Fill(group.OpenSeat(College.ServiceUsers, "Membre usager 1", new Mandate(day, null)), person.Id, Guid.CreateVersion7(), day);
        await Added(group);
        return await SignedIn(person);
    }

    /// <summary>A browser that holds the authors' code of this experience.</summary>
    public async Task<Browser> AnAuthorOf(GivenExperience given)
    {
        var browser = place.Browser();
        await (await browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", given.Code).Send();
        return browser;
    }
}
