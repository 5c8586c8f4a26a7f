using Croisee.Experiences.Answers;
using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Framework;

/// <summary>Where a department lies, and what a FINESS number says of it. The numbers are invented.</summary>
[Trait("kind", "pure")]
public sealed class DepartmentsTest
{
    [Fact]
    public void Lie_each_in_one_region_and_leave_none_empty()
    {
        Assert.Equal(101, Vocabularies.Department.Terms.Count);
        Assert.All(Vocabularies.Department.Terms, d => Assert.True(Vocabularies.Region.Has(d.Parent), d.Code));
        Assert.All(Vocabularies.Region.Terms.Where(r => r.Code != "R00"), r => Assert.NotEmpty(Departments.In(r.Code)));
    }

    [Theory]
    [InlineData("590000001", "DEP_59"), InlineData("2A0000001", "DEP_2A"), InlineData("970100001", "DEP_971"), InlineData("970400001", "DEP_974"), InlineData("980500001", "DEP_976")]
    [InlineData("990000001", null), InlineData("970500001", null), InlineData("975000001", null), InlineData("200000001", null), InlineData("59", null), InlineData("", null), InlineData(null, null)]
    public void Are_the_first_signs_of_a_FINESS_number(string? number, string? department) => Assert.Equal(department, Departments.OfFiness(number));

    [Theory]
    [InlineData("R32", null, "590000001", "R32", "DEP_59")]
    [InlineData(null, null, "590000001", "R32", "DEP_59")]
    [InlineData("R53", null, "590000001", "R53", null)]
    [InlineData("R32", "DEP_62", "590000001", "R32", "DEP_62")]
    [InlineData(null, "DEP_29", null, "R53", "DEP_29")]
    [InlineData("R32", null, null, "R32", null)]
    public void Complete_what_was_told_and_never_contradict_it(string? region, string? department, string? finess, string? expectedRegion, string? expectedDepartment)
    {
        var told = new Structure { Region = region, Department = department, OrganisationFiness = finess };
        told.Tidy();
        Assert.Equal((expectedRegion, expectedDepartment), (told.Region, told.Department));
    }

    [Fact]
    public void Must_lie_in_the_region_that_was_chosen()
    {
        static IEnumerable<string> Missing(string region, string? department) => new Structure { Region = region, Department = department }.Missing().Select(m => m.Field);
        Assert.Contains("Department", Missing("R53", "DEP_59"));
        Assert.Contains("Department", Missing("R00", "DEP_59"));
        Assert.DoesNotContain("Department", Missing("R32", "DEP_59"));
        Assert.DoesNotContain("Department", Missing("R32", null));
    }
}
