using Croisee.Data;
using Croisee.Journal;
using Croisee.Office;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>No entry, no save; and what is written stays written, whoever asks the database.</summary>
public sealed class JournalTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Refuses_an_audited_noun_without_an_entry()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => place.Db(db =>
        {
            db.Persons.Add(new Person("sans-trace@example.org", "Sans trace", place.Clock.UtcNow()));
            return db.SaveChangesAsync();
        }));
        Assert.StartsWith("No entry, no save", refused.Message);
        Assert.False(await place.Db(db => db.Persons.AnyAsync(p => p.Email == "sans-trace@example.org")));
    }

    [Fact]
    public async Task Says_every_act_in_words()
    {
        var told = await place.With(services => Task.FromResult(services.GetServices<ToldActs>().SelectMany(t => t.Words.Keys).ToHashSet()));
        var acts = typeof(Program).Assembly.GetTypes().Where(t => t.Name == "Acts").SelectMany(t => t.GetFields().Where(f => f.IsLiteral)).Select(f => (string)f.GetRawConstantValue()!);
        Repo.None(acts.Where(a => !told.Contains(a)), "The journal would show a code. Say the act in the ActWords of its room:");
    }

    [Fact]
    public async Task Refuses_an_entry_that_speaks_of_another_noun()
    {
        var first = await Somebody("une@example.org");
        await Assert.ThrowsAsync<InvalidOperationException>(() => place.Db(async db =>
        {
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonChanged, first);
            db.Persons.Add(new Person("autre@example.org", "Autre", place.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Names_the_changed_fields_and_never_their_values()
    {
        var person = await Somebody("champs@example.org");
        await place.Db(async db =>
        {
            var found = await db.Persons.SingleAsync(p => p.Id == person.Id);
            found.Rename("Valeur confidentielle");
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonChanged, found, "essai");
            return await db.SaveChangesAsync();
        });
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == person.Id && e.Act == Acts.PersonChanged));
        Assert.Equal("Person.DisplayName", entry.Changes);
        Assert.Equal("essai", entry.Reason);
    }

    /// <summary>Whatever an act may change has a name that people read; the version is no change of theirs.</summary>
    [Fact]
    public async Task Has_a_French_word_for_every_field_that_an_act_may_change()
    {
        var fields = await place.Db(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType)).SelectMany(t => t.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != "Version").Select(p => (Type: t.ClrType.Name, p.Name))).ToList()));
        Assert.Contains(("Group", "Name"), fields);
        Repo.None(fields.Where(f => !FieldWords.Knows(f.Name)).Select(f => $"{f.Type}.{f.Name}"), "The journal would show a name of the code. Say the field in FieldWords:");
        Repo.None(fields.Select(f => f.Type).Distinct().Where(t => SubjectWords.Of(t) == t), "The journal would show a name of the code. Say the noun in SubjectWords:");
    }

    [Theory]
    [InlineData("Organisation.Finess, Organisation.Name", "Organisation", "numéro FINESS, nom")]
    [InlineData("Group.Name, Seat.PersonId", "Group", "nom ; siège : personne")]
    [InlineData("Seat.PersonId, Group.Name", "Group", "nom ; siège : personne")]
    [InlineData("Thing.Unheard", "Thing", "Unheard")]
    [InlineData(null, "Group", null)]
    public void Says_changed_fields_in_French(string? changes, string subject, string? said) => Assert.Equal(said, FieldWords.Of(changes, subject));

    [Theory]
    [InlineData("update journal_entries set reason = 'autre chose'")]
    [InlineData("update journal_entries set at = '2001-01-01 00:00:00'")]
    [InlineData("delete from journal_entries")]
    public async Task Refuses_to_change_or_delete_an_entry(string sql)
    {
        var person = await Somebody($"{Guid.CreateVersion7():N}@example.org");
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(sql))));
        Assert.Contains("append-only", refused.Message);
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == person.Id && e.Reason == null)));
    }

    [Fact]
    public void Marks_as_audited_only_what_is_stored() =>
        Repo.None(typeof(IAudited).Assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IAudited).IsAssignableFrom(t)).Except(RoomsTest.Nouns()).Select(t => t.FullName!), "IAudited marks a mapped noun, or nothing guards it:");

    Task<Person> Somebody(string email) => place.Db(async db =>
    {
        var person = new Person(email, "Une personne", place.Clock.UtcNow());
        db.Persons.Add(person);
        db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonCreated, person);
        await db.SaveChangesAsync();
        return person;
    });
}
