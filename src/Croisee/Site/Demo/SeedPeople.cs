using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site.Demo;

/// <summary>Structures, the persons of « Entrer comme… » and their roles. The root is there already: it takes the demonstration's name.</summary>
static class SeedPeople
{
    public static async Task Run(DemoStage stage)
    {
        var db = stage.Db;
        var at = stage.At(stage.Story.Group.Day, -60);
        foreach (var told in stage.Story.Organisations)
        {
            Organisation organisation;
            if (told.Parent is null)
            {
                organisation = await db.Organisations.SingleAsync(o => o.ParentId == null);
                organisation.Describe(told.Name, told.Finess);
            }
            else db.Organisations.Add(organisation = new Organisation(told.Name, Enum.Parse<OrganisationKind>(told.Kind), stage.Organisations[told.Parent], told.Finess));
            stage.Organisations.Add(told.Key, organisation);
            stage.Record(at, told.Parent is null ? Acts.OrganisationChanged : Acts.OrganisationCreated, organisation);
        }
        foreach (var told in stage.Story.Persons)
        {
            // Minutes keep the order of the story on the page.
            at = at.AddMinutes(1);
            var person = new Person(told.Email, told.Name, at);
            person.ShowInDemo(told.Hint);
            db.Persons.Add(person);
            stage.Persons.Add(told.Key, person);
            stage.Record(at, Acts.PersonCreated, person);
            foreach (var held in told.Roles)
            {
                db.Grants.Add(new Grant(person, stage.Organisations[held.Organisation], Enum.Parse<Role>(held.Role), at));
                stage.Record(at, Acts.RoleGiven, person);
            }
        }
    }
}
