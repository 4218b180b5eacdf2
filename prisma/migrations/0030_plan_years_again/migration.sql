-- Every year is planned once more, so that the gaps that were open before 0028 have their remedy: until then the pages say that it is being planned.
update supervision_year set planned_print = '';
